-- Rides user_session_token: the token itself says which organization it is of.
SELECT org_id, id, user_id, created_at, last_seen_at FROM user_session WHERE token_hash = :token_hash
