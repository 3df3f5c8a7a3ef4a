AND (COALESCE(c.due_at, 9223372036854775807), c.id) > (:after_time, :after_id)
