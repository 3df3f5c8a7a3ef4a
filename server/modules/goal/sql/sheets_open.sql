AND s.closed_at IS NULL
