DELETE FROM position WHERE org_id = :org AND id = :id AND version = :version
