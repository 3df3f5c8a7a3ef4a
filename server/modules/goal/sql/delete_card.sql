DELETE FROM goal_card WHERE org_id = :org AND id = :id
