-- The last item rides the primary key of work_series_item.
SELECT s.id, s.title, s.kind, s.owner_id, o.name AS owner_name, s.handler_id, h.name AS handler_name, s.every, s.unit, s.first_on, s.until_on, s.shift,
       s.due_working_days, s.next_on, s.next_at, s.stopped_at, s.stopped_by_name, s.created_by, s.created_by_name, s.created_at, s.version,
       (SELECT COUNT(*) FROM work_series_item n WHERE n.org_id = s.org_id AND n.series_id = s.id) AS made,
       l.id AS last_id, l.number AS last_number, l.title AS last_title
FROM work_series s
JOIN employee o ON o.org_id = s.org_id AND o.id = s.owner_id
JOIN employee h ON h.org_id = s.org_id AND h.id = s.handler_id
LEFT JOIN commitment l ON l.org_id = s.org_id AND l.id = (SELECT i.work_item_id FROM work_series_item i
                                                          WHERE i.org_id = s.org_id AND i.series_id = s.id ORDER BY i.occurrence DESC LIMIT 1)
WHERE s.org_id = :org
