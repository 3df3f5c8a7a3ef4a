SELECT u.login, e.name, e.number, d.name AS department_name, p.name AS position_name, s.name AS supervisor_name, u.language, u.theme, e.phone, e.email, u.version
FROM user_account u
JOIN employee e ON e.org_id = u.org_id AND e.id = u.employee_id
LEFT JOIN department d ON d.org_id = e.org_id AND d.id = e.department_id
LEFT JOIN position p ON p.org_id = e.org_id AND p.id = e.position_id
LEFT JOIN employee s ON s.org_id = e.org_id AND s.id = e.supervisor_id
WHERE u.org_id = :org AND u.id = :user
