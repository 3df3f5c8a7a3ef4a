SELECT u.id, u.login, u.employee_id, e.number AS employee_number, e.name, u.disabled_at IS NOT NULL AS disabled, u.password_hash IS NOT NULL AS has_password,
       u.created_at, u.version,
       EXISTS (SELECT 1 FROM second_factor f WHERE f.org_id = u.org_id AND f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS second_factor,
       (SELECT max(s.last_seen_at) FROM user_session s WHERE s.org_id = u.org_id AND s.user_id = u.id) AS last_seen_at,
       (SELECT group_concat(r.code, ',') FROM user_role x JOIN role r ON r.org_id = x.org_id AND r.id = x.role_id
        WHERE x.org_id = u.org_id AND x.user_id = u.id) AS role_codes
FROM user_account u JOIN employee e ON e.org_id = u.org_id AND e.id = u.employee_id
WHERE u.org_id = :org
