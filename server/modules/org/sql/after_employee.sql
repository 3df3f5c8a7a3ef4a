-- Rides employee_sorted.
AND e.sort_key >= (SELECT a.sort_key FROM employee a WHERE a.org_id = :org AND a.id = :after)
AND (e.sort_key > (SELECT a.sort_key FROM employee a WHERE a.org_id = :org AND a.id = :after) OR e.id > :after)
