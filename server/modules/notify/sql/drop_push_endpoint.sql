-- Rides push_subscription_endpoint.
DELETE FROM push_subscription WHERE org_id = :org AND endpoint_hash = :endpoint_hash
