SELECT id FROM position WHERE org_id = :org AND name = :name
