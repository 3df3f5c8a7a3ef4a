DELETE FROM user_role WHERE org_id = :org AND user_id = :user
