-- Rides outbox_event_pending.
SELECT org_id, id, name, payload, attempts
FROM outbox_event
WHERE done_at IS NULL AND next_attempt_at <= :now
ORDER BY next_attempt_at, id
LIMIT 100
