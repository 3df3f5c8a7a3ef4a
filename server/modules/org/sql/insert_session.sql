INSERT INTO user_session (org_id, id, user_id, token_hash, created_at, last_seen_at, address, user_agent)
VALUES (:org, :id, :user, :token_hash, :now, :now, :address, :user_agent)
