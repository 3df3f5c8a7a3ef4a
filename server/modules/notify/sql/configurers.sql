-- Whoever may mend a broken channel account.
SELECT DISTINCT u.employee_id AS id FROM user_account u
JOIN user_role r ON r.org_id = u.org_id AND r.user_id = u.id
JOIN role_grant g ON g.org_id = r.org_id AND g.role_id = r.role_id
WHERE u.org_id = :org AND u.disabled_at IS NULL AND g.permission = :permission AND g.scope <> 'none'
