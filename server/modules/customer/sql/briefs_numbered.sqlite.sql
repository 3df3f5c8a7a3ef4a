-- :texts is a JSON list. Rides customer_number, one number after the other.
SELECT c.id, c.number, c.name, c.tier
FROM (SELECT DISTINCT value AS number FROM json_each(:texts)) w CROSS JOIN customer c ON c.org_id = :org AND c.number = w.number
WHERE 1 = 1
