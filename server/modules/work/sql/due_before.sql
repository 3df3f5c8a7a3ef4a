AND c.due_at < :due_before
