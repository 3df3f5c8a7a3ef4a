-- Rides commitment_title. A number, not a parameter: with one PostgreSQL plans for a tenth of all rows.
AND c.title = :title
ORDER BY CASE WHEN c.state = 'open' THEN 0 ELSE 1 END, c.created_at DESC, c.id
LIMIT 50
