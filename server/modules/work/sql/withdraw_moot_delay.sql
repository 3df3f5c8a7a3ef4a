-- Rides delay_report_open.
UPDATE delay_report SET state = 'withdrawn', decided_by_name = :by_name, decided_at = :now
WHERE org_id = :org AND work_item_id = :work_item AND state = 'waiting'
