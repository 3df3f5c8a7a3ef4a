INSERT INTO scheduled_job (name, node, fence, lease_until, next_run_at, failures)
VALUES (:name, '', 0, 0, :now, 0)
ON CONFLICT (name) DO NOTHING
