-- :texts is a JSON list. Rides customer_number.
SELECT c.id, c.number, c.name, c.tier
FROM (SELECT DISTINCT value AS number FROM json_array_elements_text(CAST(:texts AS json)) AS texts (value)) w
JOIN customer c ON c.org_id = :org AND c.number = w.number
WHERE 1 = 1
