ORDER BY p.sort_key, p.id
