-- What a sheet shows of the wanted items, in their order.
SELECT c.id, c.number, c.title, w.state, c.importance, o.name AS owner, h.name AS handler,
       (SELECT d.name FROM department d WHERE d.org_id = c.org_id AND d.id = c.department_id) AS department,
       w.start_at, c.due_at, c.next_follow_up_at, c.touch_count, c.created_at, w.source, w.written_start, w.written_due,
       p.written AS planned_first, f.next_follow_up_at AS last_next_at, f.written_next AS last_next_written
FROM wanted n
JOIN commitment c ON c.org_id = :org AND c.id = n.id
JOIN work_item w ON w.org_id = c.org_id AND w.id = c.id
JOIN employee o ON o.org_id = c.org_id AND o.id = c.owner_id
JOIN employee h ON h.org_id = c.org_id AND h.id = c.handler_id
LEFT JOIN follow_up f ON f.org_id = c.org_id AND f.id = c.last_follow_up_id
LEFT JOIN planned_first_follow_up p ON p.org_id = c.org_id AND p.work_item_id = c.id
ORDER BY n.i
