-- Rides outbox_event_pending, which holds little.
SELECT COUNT(*) AS pending, MIN(at) AS oldest_at, COALESCE(SUM(CASE WHEN attempts > 0 THEN 1 ELSE 0 END), 0) AS failed
FROM outbox_event
WHERE done_at IS NULL
