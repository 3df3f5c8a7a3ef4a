DELETE FROM user_session WHERE org_id = :org AND user_id = :user
