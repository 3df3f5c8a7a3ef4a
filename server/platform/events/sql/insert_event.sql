INSERT INTO outbox_event (org_id, id, name, payload, at, attempts, next_attempt_at)
VALUES (:org_id, :id, :name, :payload, :at, 0, :at)
