INSERT INTO deputy (org_id, id, employee_id, deputy_id, from_date, to_date, created_at)
VALUES (:org, :id, :employee_id, :deputy_id, :from_date, :to_date, :now)
