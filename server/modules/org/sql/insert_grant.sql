INSERT INTO role_grant (org_id, role_id, permission, scope) VALUES (:org, :role, :permission, :scope)
ON CONFLICT (org_id, role_id, permission) DO NOTHING
