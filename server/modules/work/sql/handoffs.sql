SELECT h.id, h.work_item_id, h.from_id, f.name AS from_name, h.to_id, t.name AS to_name, h.note, h.at, h.answer_due_at, h.accepted_at, h.declined_at,
       h.withdrawn_at, h.reason
FROM handoff h
JOIN employee f ON f.org_id = h.org_id AND f.id = h.from_id
JOIN employee t ON t.org_id = h.org_id AND t.id = h.to_id
WHERE h.org_id = :org
