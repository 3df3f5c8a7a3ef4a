-- Everybody may know a colleague's name; phone and e-mail are for oneself, the own department and those who manage people.
SELECT e.id, e.number, e.name, e.pinyin, e.initials, e.department_id, d.name AS department_name, e.position_id, p.name AS position_name,
       e.supervisor_id, s.name AS supervisor_name,
       CASE WHEN :sees_contacts OR e.id = :me OR e.department_id = :my_department THEN e.phone END AS phone,
       CASE WHEN :sees_contacts OR e.id = :me OR e.department_id = :my_department THEN e.email END AS email,
       e.entry_date, e.leave_date, (e.leave_date IS NULL OR e.leave_date >= :today) AS active, e.version
FROM employee e
LEFT JOIN department d ON d.org_id = e.org_id AND d.id = e.department_id
LEFT JOIN position p ON p.org_id = e.org_id AND p.id = e.position_id
LEFT JOIN employee s ON s.org_id = e.org_id AND s.id = e.supervisor_id
WHERE e.org_id = :org
