DELETE FROM goal_action WHERE org_id = :org AND item_id = :item
