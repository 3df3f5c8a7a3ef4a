-- The first entry of reminder_fires.
SELECT fires_at FROM reminder WHERE fires_at IS NOT NULL ORDER BY fires_at LIMIT 1
