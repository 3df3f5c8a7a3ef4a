-- Rides setup_link_token.
SELECT l.org_id, l.id, l.employee_id, l.user_id, o.name AS organization_name, e.name AS employee_name, u.login, u.disabled_at, e.leave_date, o.time_zone,
       EXISTS (SELECT 1 FROM second_factor f WHERE f.org_id = l.org_id AND f.user_id = l.user_id AND f.confirmed_at IS NOT NULL) AS second_factor
FROM setup_link l
JOIN organization o ON o.id = l.org_id
JOIN employee e ON e.org_id = l.org_id AND e.id = l.employee_id
LEFT JOIN user_account u ON u.org_id = l.org_id AND u.id = l.user_id
WHERE l.token_hash = :token_hash AND l.used_at IS NULL AND l.expires_at > :now
