UPDATE user_account SET second_factor_asked_at = NULL WHERE org_id = :org AND id = :user
