SELECT c.id, c.subject_type, c.subject_kind, c.number, c.title, c.owner_id, o.name AS owner_name, c.handler_id, h.name AS handler_name, c.state, c.stage,
       c.importance, c.handler_since, c.due_at, c.touch_count, c.next_follow_up_at, c.version,
       f.at AS last_at, f.by_name AS last_by_name, f.method AS last_method, f.finding AS last_finding, f.solution AS last_solution
FROM commitment c
JOIN employee o ON o.org_id = c.org_id AND o.id = c.owner_id
JOIN employee h ON h.org_id = c.org_id AND h.id = c.handler_id
LEFT JOIN follow_up f ON f.org_id = c.org_id AND f.id = c.last_follow_up_id
WHERE c.org_id = :org
