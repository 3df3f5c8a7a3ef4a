SELECT id, employee_id, login, language, theme, password_hash, disabled_at, version FROM user_account WHERE org_id = :org AND id = :id
