SELECT count(*) FROM department WHERE org_id = :org AND parent_id = :id AND closed_at IS NULL
