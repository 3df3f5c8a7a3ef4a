AND (c.importance, COALESCE(c.due_at, 9223372036854775807), c.id) > (:after_importance, :after_time, :after_id)
