-- A department with its manager and the people who stand in it today, without those below.
SELECT d.id, d.name, d.parent_id, d.manager_id, m.name AS manager_name, d.closed_at, d.version,
       (SELECT count(*) FROM employee e WHERE e.org_id = d.org_id AND e.department_id = d.id AND (e.leave_date IS NULL OR e.leave_date >= :today)) AS people
FROM department d LEFT JOIN employee m ON m.org_id = d.org_id AND m.id = d.manager_id
WHERE d.org_id = :org
