-- Rides delay_report_item.
AND r.work_item_id = :work_item ORDER BY r.at, r.id
