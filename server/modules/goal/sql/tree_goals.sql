-- Riding goal_card_newest; the conditions on who sees the card follow.
SELECT i.id, i.card_id, i.position, i.what, i.unit, i.better, i.accrual, i.due_on, i.target, i.weight, i.actual, i.actual_at, i.next_check_in_at, i.confidence, i.parent_item_id, k.number AS card_number,
       k.period, k.period_from, k.period_to, k.state, k.person_id, p.name AS person_name, d.name AS department_name
FROM goal_card k
JOIN goal_item i ON i.org_id = k.org_id AND i.card_id = k.id
JOIN employee p ON p.org_id = k.org_id AND p.id = k.person_id
LEFT JOIN department d ON d.org_id = k.org_id AND d.id = k.department_id
WHERE k.org_id = :org AND k.period_from <= :on AND k.period_to >= :on
