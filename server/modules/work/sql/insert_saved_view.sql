INSERT INTO saved_view (org_id, id, employee_id, page, name, query, created_at) VALUES (:org, :id, :me, :page, :name, :query, :now)
