SELECT c.id, c.number, c.subject_kind AS kind, c.title, w.state, c.importance, c.owner_id, o.name AS owner_name, c.handler_id, h.name AS handler_name,
       d.name AS department_name, COALESCE(w.requester_name, r.name) AS requester_name, w.progress, w.start_at, c.due_at, c.next_follow_up_at,
       c.state AS commitment_state, c.last_touch_at, f.finding AS last_finding, c.touch_count,
       EXISTS (SELECT 1 FROM handoff p WHERE p.org_id = c.org_id AND p.work_item_id = c.id AND p.accepted_at IS NULL AND p.declined_at IS NULL
                                         AND p.withdrawn_at IS NULL) AS handoff_pending,
       c.created_at, c.version
FROM commitment c
JOIN work_item w ON w.org_id = c.org_id AND w.id = c.id
JOIN employee o ON o.org_id = c.org_id AND o.id = c.owner_id
JOIN employee h ON h.org_id = c.org_id AND h.id = c.handler_id
LEFT JOIN department d ON d.org_id = c.org_id AND d.id = c.department_id
LEFT JOIN employee r ON r.org_id = c.org_id AND r.id = w.requester_employee_id
LEFT JOIN follow_up f ON f.org_id = c.org_id AND f.id = c.last_follow_up_id
WHERE c.org_id = :org
