SELECT id FROM department WHERE org_id = :org AND parent_id IS NULL ORDER BY created_at, id LIMIT 1
