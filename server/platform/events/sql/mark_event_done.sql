UPDATE outbox_event SET done_at = :now, last_error = NULL WHERE org_id = :org_id AND id = :id AND done_at IS NULL
