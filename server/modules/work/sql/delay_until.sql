AND r.at < :until
