UPDATE department SET name = :name, parent_id = :parent_id, manager_id = :manager_id, sort_key = :sort_key, closed_at = :closed_at, version = version + 1
WHERE org_id = :org AND id = :id AND version = :version
