-- Rides goal_support_department.
SELECT DISTINCT u.department_id AS id FROM goal_support u WHERE u.org_id = :org
