ORDER BY c.number
