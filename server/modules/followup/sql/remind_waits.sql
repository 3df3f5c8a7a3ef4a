-- The head of reminder_fires, and a handful of rows.
SELECT 1 WHERE COALESCE((SELECT fires_at FROM reminder WHERE fires_at IS NOT NULL ORDER BY fires_at LIMIT 1) <= :now, FALSE)
            OR EXISTS (SELECT 1 FROM reminder_recount WHERE begins_at <= :now)
