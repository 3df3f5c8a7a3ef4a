ORDER BY c.last_outward_at DESC
LIMIT 200
