-- Rides work_item_parent.
AND c.id IN (SELECT s.id FROM work_item s WHERE s.org_id = :org AND s.parent_id = :parent)
