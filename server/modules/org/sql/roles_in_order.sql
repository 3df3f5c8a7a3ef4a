ORDER BY r.created_at, r.id
