-- Rides employee_position; those who left, too.
SELECT id FROM employee WHERE org_id = :org AND position_id = :position ORDER BY id
