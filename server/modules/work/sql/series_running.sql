AND s.next_at IS NOT NULL
