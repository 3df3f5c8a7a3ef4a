SELECT r.id, r.card_id, r.item_id, r.kind, r.evidence, r.old_value, r.new_value, r.state, r.asked_by_name, r.asked_at, r.supervisor_id,
       r.supervisor_name, r.supervisor_at, r.parent_item_id, r.parent_owner_id, r.parent_owner_name, r.parent_at, r.parent_sum_before,
       r.parent_sum_after, r.answered_by_name, r.answered_at, r.answer_reason,
       i.what, i.unit, k.number AS card_number, p.name AS person_name
FROM goal_revision r
JOIN goal_item i ON i.org_id = r.org_id AND i.id = r.item_id
JOIN goal_card k ON k.org_id = r.org_id AND k.id = r.card_id
JOIN employee p ON p.org_id = k.org_id AND p.id = k.person_id
WHERE r.org_id = :org
