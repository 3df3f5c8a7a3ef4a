-- Rides handoff_item.
AND h.work_item_id = :work_item ORDER BY h.at, h.id
