-- Rides employee_reports.
SELECT id, number, name FROM employee
WHERE org_id = :org AND supervisor_id = :person AND (leave_date IS NULL OR leave_date >= :today)
