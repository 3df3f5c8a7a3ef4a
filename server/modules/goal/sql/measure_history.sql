-- Rides goal_item_measure; ended cards only.
SELECT i.target, i.actual
FROM goal_item i JOIN goal_card k ON k.org_id = i.org_id AND k.id = i.card_id
WHERE i.org_id = :org AND i.measure = :measure AND k.person_id = :person AND k.period = :period AND k.state IN ('evaluated', 'closed') AND i.actual IS NOT NULL
ORDER BY k.period_from DESC LIMIT 12
