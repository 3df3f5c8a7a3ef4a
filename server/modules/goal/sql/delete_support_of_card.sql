DELETE FROM goal_support WHERE org_id = :org AND card_id = :card
