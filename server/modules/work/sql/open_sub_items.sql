-- Rides work_item_parent. More than are named, to know that there are more.
SELECT c.number FROM work_item w JOIN commitment c ON c.org_id = w.org_id AND c.id = w.id
WHERE w.org_id = :org AND w.parent_id = :id AND c.state = 'open'
ORDER BY c.number LIMIT 6
