-- Rides access_token_of; ids grow with time.
SELECT id, name, created_at, last_used_at, expires_on, read_only, permissions FROM access_token
WHERE org_id = :org AND user_id = :user AND id < :before ORDER BY id DESC LIMIT :limit
