AND s.closed_at IS NOT NULL
