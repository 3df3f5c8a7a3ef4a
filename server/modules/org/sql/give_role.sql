INSERT INTO user_role (org_id, user_id, role_id)
SELECT r.org_id, :user, r.id FROM role r WHERE r.org_id = :org AND r.code = :code
