UPDATE user_session SET last_seen_at = :at WHERE org_id = :org AND id = :id AND last_seen_at < :at
