UPDATE user_account SET login = :login, disabled_at = :disabled_at, version = version + 1
WHERE org_id = :org AND id = :id AND version = :version
