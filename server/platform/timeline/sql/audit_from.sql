AND at >= :from_at
