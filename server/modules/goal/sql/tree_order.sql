ORDER BY CASE k.period WHEN 'year' THEN 1 WHEN 'half' THEN 2 WHEN 'quarter' THEN 3 WHEN 'month' THEN 4 WHEN 'week' THEN 5 ELSE 6 END, p.sort_key, k.id, i.position
LIMIT 2001
