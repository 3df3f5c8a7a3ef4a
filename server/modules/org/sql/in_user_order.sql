ORDER BY e.sort_key, u.id LIMIT :limit
