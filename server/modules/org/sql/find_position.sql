SELECT id, name FROM position WHERE org_id = :org AND id = :id
