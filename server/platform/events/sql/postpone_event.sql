-- Only one of two nodes that failed on the same attempt counts it.
UPDATE outbox_event SET attempts = attempts + 1, next_attempt_at = :next_attempt_at, last_error = :error
WHERE org_id = :org_id AND id = :id AND done_at IS NULL AND attempts = :attempts
