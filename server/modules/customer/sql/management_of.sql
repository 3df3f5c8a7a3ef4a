-- Rides account_management_customer; ids grow with time.
SELECT a.employee_id, e.name AS employee_name, a.since, a.until, a.given_by_name, a.note
FROM account_management a JOIN employee e ON e.org_id = a.org_id AND e.id = a.employee_id
WHERE a.org_id = :org AND a.customer_id = :customer
ORDER BY a.id DESC
