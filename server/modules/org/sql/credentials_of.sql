SELECT u.id, u.password_hash, u.disabled_at, e.leave_date
FROM user_account u JOIN employee e ON e.org_id = u.org_id AND e.id = u.employee_id
WHERE u.org_id = :org AND u.login = :login
