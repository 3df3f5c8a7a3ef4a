-- Riding goal_support_card.
UPDATE goal_support SET asked_at = :now WHERE org_id = :org AND card_id = :card AND state = 'asked'
