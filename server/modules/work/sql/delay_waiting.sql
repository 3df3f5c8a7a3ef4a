-- Rides delay_report_open.
AND r.work_item_id = :work_item AND r.state = 'waiting'
