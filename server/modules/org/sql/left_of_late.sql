-- Rides employee_leaving. Those who left longer ago were looked at often enough.
SELECT id FROM employee WHERE org_id = :org AND leave_date < :today AND leave_date >= :since ORDER BY leave_date, id
