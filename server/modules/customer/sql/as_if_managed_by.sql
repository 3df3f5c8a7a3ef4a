-- A customer that is not there yet, as the account manager would have it.
SELECT count(*) FROM (SELECT e.org_id, e.id AS account_manager_id, e.department_id FROM employee e WHERE e.org_id = :org AND e.id = :manager) c
WHERE 1 = 1
