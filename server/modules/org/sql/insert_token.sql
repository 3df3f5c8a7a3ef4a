INSERT INTO access_token (org_id, id, user_id, name, token_hash, created_at, expires_on, last_used_at, read_only, permissions)
VALUES (:org, :id, :user, :name, :token_hash, :now, :expires_on, NULL, :read_only, :permissions)
