-- Two nodes that both saw the job due: the second finds lease_until moved and gets no row.
UPDATE scheduled_job
SET node = :node, fence = fence + 1, lease_until = :lease_until, last_started_at = :now
WHERE name = :name AND next_run_at <= :now AND lease_until <= :now
RETURNING fence
