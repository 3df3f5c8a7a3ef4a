INSERT INTO recovery_code (org_id, user_id, code_hash) VALUES (:org, :user, :code_hash)
