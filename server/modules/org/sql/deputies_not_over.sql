AND d.to_date >= :today ORDER BY d.from_date, d.id
