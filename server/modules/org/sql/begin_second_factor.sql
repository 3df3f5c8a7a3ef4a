INSERT INTO second_factor (org_id, user_id, secret, made_at, confirmed_at, last_step) VALUES (:org, :user, :secret, :now, NULL, 0)
ON CONFLICT (org_id, user_id) DO UPDATE SET secret = excluded.secret, made_at = excluded.made_at, last_step = 0
WHERE second_factor.confirmed_at IS NULL
