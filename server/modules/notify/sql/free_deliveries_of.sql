-- Rides delivery_awake. What a node held when it died; its fence is worth nothing once they are claimed again.
UPDATE delivery SET next_at = :now WHERE org_id = :org AND state = 'sending' AND node = :node AND next_at > :now
