DELETE FROM goal_motivation WHERE org_id = :org AND item_id = :item
