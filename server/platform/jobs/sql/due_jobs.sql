-- A handful of rows.
SELECT name FROM scheduled_job WHERE next_run_at <= :now AND lease_until <= :now ORDER BY next_run_at
