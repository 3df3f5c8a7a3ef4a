INSERT INTO setup_link (org_id, id, token_hash, employee_id, user_id, created_at, expires_at, used_at)
VALUES (:org, :id, :token_hash, :employee_id, :user_id, :now, :expires_at, NULL)
