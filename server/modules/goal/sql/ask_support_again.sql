-- Riding goal_support_once.
UPDATE goal_support SET state = 'asked', reason = NULL, answered_by_name = NULL, answered_at = NULL, asked_at = :now WHERE org_id = :org AND item_id = :item
