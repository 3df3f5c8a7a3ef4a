-- Rides work_item_completed.
SELECT c.department_id AS department, COUNT(*) AS items, CAST(SUM(w.waited_minutes) AS bigint) AS waiting_minutes,
       CAST(SUM(w.worked_minutes) AS bigint) AS working_minutes
FROM work_item w JOIN commitment c ON c.org_id = w.org_id AND c.id = w.id
WHERE w.org_id = :org AND w.completed_at >= :from AND w.completed_at < :until AND w.worked_minutes IS NOT NULL
