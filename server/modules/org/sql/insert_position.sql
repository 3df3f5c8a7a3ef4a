INSERT INTO position (org_id, id, name, sort_key, created_at, version) VALUES (:org, :id, :name, :sort_key, :now, 1)
