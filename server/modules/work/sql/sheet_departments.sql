SELECT id, name FROM department WHERE org_id = :org AND closed_at IS NULL
