UPDATE position SET name = :name, sort_key = :sort_key, version = version + 1 WHERE org_id = :org AND id = :id AND version = :version
