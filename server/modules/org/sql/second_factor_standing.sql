SELECT f.made_at IS NOT NULL AS begun, f.confirmed_at, u.second_factor_asked_at AS asked_at,
       (SELECT count(*) FROM recovery_code k WHERE k.org_id = u.org_id AND k.user_id = u.id) AS codes_left,
       o.second_factor_required AND EXISTS (
         SELECT 1 FROM user_role x JOIN role r ON r.org_id = x.org_id AND r.id = x.role_id
         WHERE x.org_id = u.org_id AND x.user_id = u.id AND r.code IN ('administrator', 'security_administrator', 'auditor')) AS required
FROM user_account u
JOIN organization o ON o.id = u.org_id
LEFT JOIN second_factor f ON f.org_id = u.org_id AND f.user_id = u.id
WHERE u.org_id = :org AND u.id = :user
