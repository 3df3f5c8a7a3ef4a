-- Rides goal_revision_parent.
UPDATE goal_revision SET parent_owner_id = :to, parent_owner_name = :name
WHERE org_id = :org AND parent_owner_id = :from AND state = 'waiting' AND parent_at IS NULL
