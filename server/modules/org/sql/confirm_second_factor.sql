UPDATE second_factor SET confirmed_at = :now WHERE org_id = :org AND user_id = :user AND confirmed_at IS NULL
