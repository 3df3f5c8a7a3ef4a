SELECT k.person_id FROM goal_card k WHERE k.org_id = :org AND k.period = :period AND k.period_from = :period_from
