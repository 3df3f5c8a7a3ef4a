-- Rides outbox_event_done.
DELETE FROM outbox_event
WHERE (org_id, id) IN (SELECT org_id, id FROM outbox_event WHERE done_at IS NOT NULL AND done_at < :before ORDER BY done_at, id LIMIT 1000)
