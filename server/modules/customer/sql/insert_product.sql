INSERT INTO product (org_id, id, code, name, unit, created_at, closed_at, version) VALUES (:org, :id, :code, :name, :unit, :now, NULL, 1)
