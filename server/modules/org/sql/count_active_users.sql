SELECT count(*) FROM user_account u JOIN employee e ON e.org_id = u.org_id AND e.id = u.employee_id
WHERE u.org_id = :org AND u.disabled_at IS NULL AND (e.leave_date IS NULL OR e.leave_date >= :today)
