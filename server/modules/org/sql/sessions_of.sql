-- Rides user_session_of; ids grow with time.
SELECT id, user_agent, address, created_at, last_seen_at AS last_used_at, (token_hash = :token_hash) AS current
FROM user_session WHERE org_id = :org AND user_id = :user AND created_at > :created_after AND last_seen_at > :seen_after AND id < :before
ORDER BY id DESC LIMIT :limit
