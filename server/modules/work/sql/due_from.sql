AND c.due_at >= :due_from
