UPDATE setup_link SET used_at = :now WHERE org_id = :org AND user_id = :user AND used_at IS NULL
