DELETE FROM recovery_code WHERE org_id = :org AND user_id = :user AND code_hash = :code_hash
