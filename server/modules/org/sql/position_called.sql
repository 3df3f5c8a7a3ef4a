SELECT id, name FROM position WHERE org_id = :org AND name = :name
