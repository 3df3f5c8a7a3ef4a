ORDER BY p.code
