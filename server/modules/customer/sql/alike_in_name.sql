-- Rides customer_likeness: names much longer or shorter cannot be alike.
SELECT c.id, c.number, c.name, c.name_key FROM customer c
WHERE c.org_id = :org AND c.name_pairs BETWEEN :least AND :most
