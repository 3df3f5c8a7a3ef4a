DELETE FROM user_session WHERE org_id = :org AND user_id = :user AND token_hash <> :token_hash
