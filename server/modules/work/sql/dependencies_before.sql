-- What the item waits for. Rides the primary key.
SELECT c.id, c.number, c.title, w.state, d.lag_minutes
FROM work_dependency d
JOIN commitment c ON c.org_id = d.org_id AND c.id = d.after_id
JOIN work_item w ON w.org_id = d.org_id AND w.id = d.after_id
WHERE d.org_id = :org AND d.item_id = :item
