-- Rides deputy_of.
SELECT count(*) FROM deputy WHERE org_id = :org AND employee_id = :employee_id AND to_date >= :from_date AND from_date <= :to_date
