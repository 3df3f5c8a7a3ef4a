UPDATE user_account SET second_factor_asked_at = :now WHERE org_id = :org AND id = :user AND second_factor_asked_at IS NULL
