DELETE FROM goal_support WHERE org_id = :org AND item_id = :item
