INSERT INTO digest_mark (org_id, employee_id, date) VALUES (:org, :employee, :date)
ON CONFLICT (org_id, employee_id) DO UPDATE SET date = excluded.date WHERE digest_mark.date < excluded.date
