SELECT u.id, u.card_id, u.item_id, u.department_id, u.state, u.reason, u.asked_at, u.answered_by_name, u.answered_at, d.name AS department_name, k.number AS card_number, i.what, i.quantity, i.how, p.name AS person_name,
       k.state AS card_state
FROM goal_support u
JOIN department d ON d.org_id = u.org_id AND d.id = u.department_id
JOIN goal_item i ON i.org_id = u.org_id AND i.id = u.item_id
JOIN goal_card k ON k.org_id = u.org_id AND k.id = u.card_id
JOIN employee p ON p.org_id = k.org_id AND p.id = k.person_id
WHERE u.org_id = :org
