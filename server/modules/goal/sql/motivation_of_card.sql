-- The person and the direct supervisor, nobody else: no reach of any role widens this.
SELECT m.item_id, i.what, m.confidence, m.desire, m.authority, m.note, m.at
FROM goal_motivation m
JOIN goal_card k ON k.org_id = m.org_id AND k.id = m.card_id
JOIN goal_item i ON i.org_id = m.org_id AND i.id = m.item_id
WHERE m.org_id = :org AND m.card_id = :card AND (k.person_id = :me OR k.supervisor_id = :me)
ORDER BY i.position, i.id
