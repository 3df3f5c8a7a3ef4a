-- Rides customer_manager.
AND c.account_manager_id = :me
