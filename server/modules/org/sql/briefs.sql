SELECT e.id, e.number, e.name, e.department_id, d.name AS department_name, e.supervisor_id, (e.leave_date IS NULL OR e.leave_date >= :today) AS active
FROM employee e LEFT JOIN department d ON d.org_id = e.org_id AND d.id = e.department_id
WHERE e.org_id = :org
