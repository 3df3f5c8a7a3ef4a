UPDATE role SET name = :name, version = version + 1 WHERE org_id = :org AND id = :id AND version = :version
