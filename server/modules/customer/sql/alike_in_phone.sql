SELECT c.id, c.number, c.name, c.name_key
FROM customer_contact t JOIN customer c ON c.org_id = t.org_id AND c.id = t.customer_id
WHERE t.org_id = :org AND t.phone_key = :phone_key
