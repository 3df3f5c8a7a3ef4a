-- Rides work_item_original_due.
SELECT c.department_id AS department, CAST(SUM(CASE WHEN w.completed_at <= w.original_due_at THEN 1 ELSE 0 END) AS bigint) AS on_time,
       CAST(SUM(CASE WHEN w.completed_at > w.original_due_at THEN 1 ELSE 0 END) AS bigint) AS late,
       CAST(SUM(CASE WHEN c.state = 'open' AND w.original_due_at < :now THEN 1 ELSE 0 END) AS bigint) AS open_late
FROM work_item w JOIN commitment c ON c.org_id = w.org_id AND c.id = w.id
WHERE w.org_id = :org AND w.original_due_at >= :from AND w.original_due_at < :until AND w.state <> 'draft'
