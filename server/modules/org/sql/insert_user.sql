INSERT INTO user_account (org_id, id, employee_id, login, password_hash, language, theme, disabled_at, created_at, version)
VALUES (:org, :id, :employee_id, :login, :password_hash, :language, 'system', NULL, :now, 1)
