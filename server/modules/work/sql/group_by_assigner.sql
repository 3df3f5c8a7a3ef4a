GROUP BY w.created_by
