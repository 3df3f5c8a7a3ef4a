AND c.state = 'open' AND c.due_at < :now
