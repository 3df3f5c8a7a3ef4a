SELECT id, kind, state, done, total, result, failure, failure_detail, created_at, finished_at
FROM task
WHERE org_id = :org_id AND id = :id AND created_by = :created_by
