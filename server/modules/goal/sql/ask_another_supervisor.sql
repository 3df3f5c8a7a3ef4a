-- Rides goal_revision_card.
UPDATE goal_revision SET supervisor_id = :to, supervisor_name = :name
WHERE org_id = :org AND card_id = :card AND state = 'waiting' AND supervisor_at IS NULL
