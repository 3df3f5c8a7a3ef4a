-- Rides work_series_next: one organization's at a time, the oldest first.
SELECT s.id, s.template AS item, s.every, s.unit, s.first_on, s.until_on, s.shift, s.due_working_days, s.next_number
FROM work_series s
WHERE s.next_at <= :now AND s.org_id = :org
ORDER BY s.next_at, s.id
LIMIT 1
