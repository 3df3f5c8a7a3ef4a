ORDER BY d.sort_key, d.id
