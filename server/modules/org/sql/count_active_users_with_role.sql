SELECT count(*) FROM role r
JOIN user_role x ON x.org_id = r.org_id AND x.role_id = r.id
JOIN user_account u ON u.org_id = x.org_id AND u.id = x.user_id
JOIN employee e ON e.org_id = u.org_id AND e.id = u.employee_id
WHERE r.org_id = :org AND r.code = :code AND u.disabled_at IS NULL AND (e.leave_date IS NULL OR e.leave_date >= :today)
