SELECT i.weight, i.better, i.target, i.actual, i.confidence, i.next_check_in_at
FROM goal_item i WHERE i.org_id = :org AND i.card_id = :card
