ORDER BY a.created_at, a.id
