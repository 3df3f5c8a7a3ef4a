SELECT i.id, i.card_id, k.number AS card_number, i.position, i.what, i.unit, i.better, i.target, k.person_id, p.name AS person_name, k.state, k.period_from, k.period_to
FROM goal_item o
JOIN goal_item i ON i.org_id = o.org_id AND i.id = o.parent_item_id
JOIN goal_card k ON k.org_id = i.org_id AND k.id = i.card_id
JOIN employee p ON p.org_id = k.org_id AND p.id = k.person_id
WHERE o.org_id = :org AND o.card_id = :card
