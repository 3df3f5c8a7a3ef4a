-- Rides outbox_event_pending. Those another node is working on are not waited for; those that failed before are not new.
SELECT org_id, id, name, payload, attempts
FROM outbox_event
WHERE done_at IS NULL AND next_attempt_at <= :now AND attempts = 0
ORDER BY next_attempt_at, id
LIMIT 100
FOR UPDATE SKIP LOCKED
