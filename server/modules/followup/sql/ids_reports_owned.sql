-- Rides employee_reports. CROSS JOIN: SQLite must start here.
SELECT c.id FROM employee e CROSS JOIN commitment c
WHERE e.org_id = :org AND e.supervisor_id = :me AND c.org_id = :org AND c.owner_id = e.id
