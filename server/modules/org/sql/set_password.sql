UPDATE user_account SET password_hash = :password_hash, version = version + 1 WHERE org_id = :org AND id = :id
