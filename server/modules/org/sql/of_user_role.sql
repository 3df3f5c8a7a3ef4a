-- Rides user_role_of.
AND u.id IN (SELECT x.user_id FROM user_role x JOIN role r ON r.org_id = x.org_id AND r.id = x.role_id WHERE x.org_id = :org AND r.code = :role)
