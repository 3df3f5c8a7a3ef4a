INSERT INTO measure (org_id, id, code, name, unit, direction, over_time, decimals, closed_at, created_at, version)
VALUES (:org, :id, :code, :name, :unit, :direction, :over_time, :decimals, NULL, :now, 1)
