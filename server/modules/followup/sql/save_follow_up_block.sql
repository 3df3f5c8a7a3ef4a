INSERT INTO follow_up_block (org_id, employee_id, from_time, to_time) VALUES (:org, :employee, :from, :to)
ON CONFLICT (org_id, employee_id) DO UPDATE SET from_time = excluded.from_time, to_time = excluded.to_time
