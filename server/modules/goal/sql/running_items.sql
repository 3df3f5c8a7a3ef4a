-- One row for each goal under way, with its last two looks; the conditions on the card follow.
SELECT i.id, i.card_id, i.position, i.what, i.measure, i.unit, i.better, i.accrual, i.rollup, i.due_on, i.target, i.weight, i.actual, i.actual_at, i.confidence, i.next_check_in_at, k.number AS card_number,
       k.person_id, p.name AS person_name, k.period_from, k.period_to,
       (SELECT c.confidence FROM goal_check_in c WHERE c.org_id = i.org_id AND c.item_id = i.id ORDER BY c.number DESC LIMIT 1 OFFSET 1) AS confidence_before,
       (SELECT c.at FROM goal_check_in c WHERE c.org_id = i.org_id AND c.item_id = i.id ORDER BY c.number DESC LIMIT 1) AS last_check_in_at,
       (SELECT c.id FROM goal_check_in c WHERE c.org_id = i.org_id AND c.item_id = i.id AND c.help IS NOT NULL AND c.acknowledged_at IS NULL
        ORDER BY c.number LIMIT 1) AS help_check_in_id,
       (SELECT c.help FROM goal_check_in c WHERE c.org_id = i.org_id AND c.item_id = i.id AND c.help IS NOT NULL AND c.acknowledged_at IS NULL
        ORDER BY c.number LIMIT 1) AS help,
       (SELECT c.at FROM goal_check_in c WHERE c.org_id = i.org_id AND c.item_id = i.id AND c.help IS NOT NULL AND c.acknowledged_at IS NULL
        ORDER BY c.number LIMIT 1) AS help_at
FROM goal_card k
JOIN goal_item i ON i.org_id = k.org_id AND i.card_id = k.id
JOIN employee p ON p.org_id = k.org_id AND p.id = k.person_id
WHERE k.org_id = :org AND k.state IN ('committed', 'active')
