-- Rides commitment_title.
AND c.title = :title
ORDER BY CASE WHEN c.state = 'open' THEN 0 ELSE 1 END, c.created_at DESC, c.id
LIMIT :limit
