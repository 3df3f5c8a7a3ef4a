ORDER BY k.period_from DESC, k.id, i.position LIMIT 200
