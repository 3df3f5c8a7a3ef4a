SELECT r.code, r.name, r.built_in FROM user_role x JOIN role r ON r.org_id = x.org_id AND r.id = x.role_id
WHERE x.org_id = :org AND x.user_id = :user ORDER BY r.created_at, r.id
