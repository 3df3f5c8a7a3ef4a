-- Rides outbox_event_pending. One writer: they are ours already; those that failed before are not new.
SELECT org_id, id, name, payload, attempts
FROM outbox_event
WHERE done_at IS NULL AND next_attempt_at <= :now AND attempts = 0
ORDER BY next_attempt_at, id
LIMIT 100
