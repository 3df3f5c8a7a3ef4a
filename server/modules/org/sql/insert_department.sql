INSERT INTO department (org_id, id, name, parent_id, manager_id, sort_key, closed_at, created_at, version)
VALUES (:org, :id, :name, :parent_id, :manager_id, :sort_key, :closed_at, :now, 1)
