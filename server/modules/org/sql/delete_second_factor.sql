DELETE FROM second_factor WHERE org_id = :org AND user_id = :user
