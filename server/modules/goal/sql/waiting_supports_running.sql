-- Departments that were asked and have not answered.
SELECT u.item_id, u.card_id, i.position, i.what, k.number AS card_number, k.person_id, p.name AS person_name, d.name AS department_name, u.asked_at
FROM goal_card k
JOIN goal_support u ON u.org_id = k.org_id AND u.card_id = k.id
JOIN goal_item i ON i.org_id = u.org_id AND i.id = u.item_id
JOIN department d ON d.org_id = u.org_id AND d.id = u.department_id
JOIN employee p ON p.org_id = k.org_id AND p.id = k.person_id
WHERE k.org_id = :org AND k.state IN ('proposed', 'negotiating') AND u.state = 'asked' AND u.asked_at < :before
