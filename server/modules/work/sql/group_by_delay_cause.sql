GROUP BY r.cause
