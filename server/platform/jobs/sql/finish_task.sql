UPDATE task
SET state = :state, done = :done, total = :total, result = :result, failure = :failure, failure_detail = :failure_detail, finished_at = :now
WHERE org_id = :org_id AND id = :id AND finished_at IS NULL
