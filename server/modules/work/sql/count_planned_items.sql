-- Rides work_item_parent.
SELECT COUNT(*) FROM work_item WHERE org_id = :org AND parent_id = :parent AND state <> 'cancelled'
