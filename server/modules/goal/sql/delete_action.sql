DELETE FROM goal_action WHERE org_id = :org AND id = :id
