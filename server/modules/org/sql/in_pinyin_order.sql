ORDER BY e.sort_key, e.id LIMIT :limit
