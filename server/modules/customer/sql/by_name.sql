ORDER BY c.sort_key, c.id LIMIT :limit
