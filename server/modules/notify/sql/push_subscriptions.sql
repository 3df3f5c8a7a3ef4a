-- Rides push_subscription_of.
SELECT id, employee_id, endpoint, receiver_key, receiver_secret, device, address, created_at, last_ok_at
FROM push_subscription WHERE org_id = :org AND employee_id = :employee
