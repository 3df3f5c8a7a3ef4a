AND d.created_at >= :from_at
