SELECT k.id FROM goal_card k WHERE k.org_id = :org AND k.id = :id
