DELETE FROM user_session WHERE last_seen_at < :seen_before OR created_at < :created_before
