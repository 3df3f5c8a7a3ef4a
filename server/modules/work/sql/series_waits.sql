-- Rides work_series_next.
SELECT org_id FROM work_series WHERE next_at <= :now ORDER BY next_at LIMIT 1
