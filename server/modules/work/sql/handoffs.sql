SELECT h.id, h.work_item_id, c.number AS work_item_number, c.title AS work_item_title, h.from_id, f.name AS from_name, h.to_id, t.name AS to_name, h.note,
       h.at, h.answer_due_at, h.made_participant, h.accepted_at, h.declined_at, h.withdrawn_at, h.reason, h.understanding
FROM handoff h
JOIN commitment c ON c.org_id = h.org_id AND c.id = h.work_item_id
JOIN employee f ON f.org_id = h.org_id AND f.id = h.from_id
JOIN employee t ON t.org_id = h.org_id AND t.id = h.to_id
WHERE h.org_id = :org
