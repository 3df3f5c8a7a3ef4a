-- Rides lesson_item.
SELECT id, by_id, by_name, at, text FROM lesson WHERE org_id = :org AND work_item_id = :work_item ORDER BY at, id
