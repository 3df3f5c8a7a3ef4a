-- As the indexes have it.
AND COALESCE(c.due_at, 9223372036854775807) < :due_before
