-- Rides access_token_token: the token itself says which organization it is of.
SELECT org_id, id, user_id, expires_on, read_only, permissions FROM access_token WHERE token_hash = :token_hash
