INSERT INTO goal_style (org_id, employee_id, style, set_by_name, at) VALUES (:org, :employee, :style, :name, :now)
ON CONFLICT (org_id, employee_id) DO UPDATE SET style = excluded.style, set_by_name = excluded.set_by_name, at = excluded.at
