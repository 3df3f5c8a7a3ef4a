SELECT g.permission, g.scope FROM user_role r JOIN role_grant g ON g.org_id = r.org_id AND g.role_id = r.role_id
WHERE r.org_id = :org AND r.user_id = :user
