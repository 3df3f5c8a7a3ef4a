DELETE FROM goal_support WHERE org_id = :org AND id = :id
