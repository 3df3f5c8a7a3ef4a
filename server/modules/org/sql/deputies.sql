SELECT d.id, d.employee_id, e.name AS employee_name, d.deputy_id, s.name AS deputy_name, d.from_date, d.to_date
FROM deputy d
JOIN employee e ON e.org_id = d.org_id AND e.id = d.employee_id
JOIN employee s ON s.org_id = d.org_id AND s.id = d.deputy_id
WHERE d.org_id = :org
