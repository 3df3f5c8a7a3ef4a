DELETE FROM access_token WHERE org_id = :org AND user_id = :user AND id = :id
