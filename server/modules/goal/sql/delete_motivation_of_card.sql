DELETE FROM goal_motivation WHERE org_id = :org AND card_id = :card
