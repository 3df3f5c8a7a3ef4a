ORDER BY k.period_from DESC, k.id DESC LIMIT :limit
