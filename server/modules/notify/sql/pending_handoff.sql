-- Rides handoff_pending.
SELECT id FROM handoff
WHERE org_id = :org AND work_item_id = :subject AND accepted_at IS NULL AND declined_at IS NULL AND withdrawn_at IS NULL
