SELECT e.id, e.name, e.email, e.phone, e.department_id, e.leave_date, u.login, u.disabled_at, COALESCE(u.language, o.language) AS language, o.time_zone,
       o.name AS organization, (SELECT COUNT(*) FROM push_subscription p WHERE p.org_id = e.org_id AND p.employee_id = e.id) AS devices
FROM employee e
JOIN organization o ON o.id = e.org_id
LEFT JOIN user_account u ON u.org_id = e.org_id AND u.employee_id = e.id
WHERE e.org_id = :org AND e.id = :id
