-- A person's own list in order of due time; commitment_handler does the same for what they handle.
CREATE INDEX commitment_owner_due ON commitment (org_id, owner_id, state, COALESCE(due_at, 9223372036854775807), id);
