AND at < :until_at
