SELECT secret, confirmed_at, last_step FROM second_factor WHERE org_id = :org AND user_id = :user
