INSERT INTO role (org_id, id, code, name, built_in, created_at, version) VALUES (:org, :id, :code, :name, :built_in, :now, 1)
