ORDER BY p.sort_key, k.id, i.position LIMIT 2000
