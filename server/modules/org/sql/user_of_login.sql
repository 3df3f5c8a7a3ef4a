SELECT id FROM user_account WHERE org_id = :org AND login = :login
