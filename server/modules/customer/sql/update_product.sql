UPDATE product SET code = :code, name = :name, unit = :unit, closed_at = :closed_at, version = version + 1
WHERE org_id = :org AND id = :id AND version = :version
