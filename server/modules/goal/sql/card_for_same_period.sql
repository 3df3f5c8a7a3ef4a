-- Rides goal_card_once.
SELECT o.number
FROM goal_card k
JOIN goal_card o ON o.org_id = k.org_id AND o.person_id = :to AND o.period = k.period AND o.period_from = k.period_from
WHERE k.org_id = :org AND k.id = :id
