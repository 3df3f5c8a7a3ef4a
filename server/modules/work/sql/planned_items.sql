-- Rides work_item_parent. One more than may be planned.
SELECT c.id, c.number, c.title, w.state, c.handler_id, h.name AS handler_name, c.importance, c.version, w.progress, w.estimate_minutes, w.start_at,
       w.started_at, c.due_at, w.completed_at, w.hold_until
FROM work_item w
JOIN commitment c ON c.org_id = w.org_id AND c.id = w.id
JOIN employee h ON h.org_id = c.org_id AND h.id = c.handler_id
WHERE w.org_id = :org AND w.parent_id = :parent AND w.state <> 'cancelled'
