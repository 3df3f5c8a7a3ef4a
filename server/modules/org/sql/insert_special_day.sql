INSERT INTO special_day (org_id, date, name, kind) VALUES (:org, :date, :name, :kind)
