SELECT 1 FROM outbox_event WHERE org_id = :org_id AND id = :id AND done_at IS NULL
