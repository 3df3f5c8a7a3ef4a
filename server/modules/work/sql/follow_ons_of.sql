-- Rides work_item_follow_on.
SELECT c.id, c.number, c.title FROM work_item w JOIN commitment c ON c.org_id = w.org_id AND c.id = w.id
WHERE w.org_id = :org AND w.follow_on_of = :work_item ORDER BY c.id
