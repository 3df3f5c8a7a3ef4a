-- Rides deputy_until.
SELECT employee_id, deputy_id FROM deputy WHERE org_id = :org AND to_date >= :today AND from_date <= :today
