UPDATE goal_card SET copied_from = :from WHERE org_id = :org AND id = :id
