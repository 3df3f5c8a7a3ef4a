SELECT u.org_id, u.id AS user_id, u.employee_id, e.department_id, e.name, u.language, o.time_zone, u.disabled_at, e.leave_date
FROM user_account u
JOIN employee e ON e.org_id = u.org_id AND e.id = u.employee_id
JOIN organization o ON o.id = u.org_id
WHERE u.org_id = :org AND u.id = :id
