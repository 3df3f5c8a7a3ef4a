-- Rides customer_parent.
SELECT c.id, c.number, c.name, c.tier FROM customer c WHERE c.org_id = :org AND c.parent_id = :parent
