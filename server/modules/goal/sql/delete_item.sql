DELETE FROM goal_item WHERE org_id = :org AND id = :id
