-- Riding goal_item_target_row: the goals that follow a row of the sheet and are not evaluated yet. Card by card, as they are locked.
SELECT i.id, i.target_row, k.state, k.number, i.position, p.name AS person_name
FROM goal_item i
JOIN goal_card k ON k.org_id = i.org_id AND k.id = i.card_id
JOIN employee p ON p.org_id = k.org_id AND p.id = k.person_id
WHERE i.org_id = :org AND i.target_sheet_id = :sheet AND k.state IN ('draft', 'proposed', 'negotiating', 'committed', 'active')
ORDER BY k.id, i.position
