DELETE FROM role_grant WHERE org_id = :org AND role_id = :role
