SELECT id, kind, state, done, total, result, failure, created_at, finished_at
FROM task
WHERE org_id = :org_id AND id = :id AND created_by = :created_by
