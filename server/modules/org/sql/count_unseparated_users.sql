SELECT count(*) FROM (
  SELECT x.user_id FROM user_role x
  JOIN role r ON r.org_id = x.org_id AND r.id = x.role_id
  JOIN user_account u ON u.org_id = x.org_id AND u.id = x.user_id
  WHERE x.org_id = :org AND r.code IN ('administrator', 'security_administrator', 'auditor') AND u.disabled_at IS NULL
  GROUP BY x.user_id HAVING count(*) > 1) AS holders
