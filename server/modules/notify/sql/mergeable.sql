-- Rides delivery_waiting_for.
SELECT id, notice_id FROM delivery
WHERE org_id = :org AND recipient_id = :recipient AND channel = :channel AND state = 'waiting' AND attempts = 0 AND due_at <= :now AND address = :address
  AND id <> :id
ORDER BY due_at, id LIMIT 100
