-- Rides delivery_awake.
SELECT id, channel, recipient_id FROM delivery WHERE org_id = :org AND state IN ('waiting', 'sending') AND next_at <= :now ORDER BY next_at, id LIMIT :limit
