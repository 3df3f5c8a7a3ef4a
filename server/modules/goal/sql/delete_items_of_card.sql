DELETE FROM goal_item WHERE org_id = :org AND card_id = :card
