AND d.created_at < :until_at
