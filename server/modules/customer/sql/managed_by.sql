-- Rides customer_manager.
SELECT id, number, name FROM customer WHERE org_id = :org AND account_manager_id = :person
