UPDATE user_account SET language = :language, theme = :theme, version = version + 1
WHERE org_id = :org AND id = :id AND version = :version
