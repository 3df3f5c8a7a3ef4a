-- Rides delivery_awake.
SELECT id, channel FROM delivery WHERE org_id = :org AND state IN ('waiting', 'sending') AND next_at <= :now ORDER BY next_at, id LIMIT :limit
