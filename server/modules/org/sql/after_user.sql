AND (e.sort_key, u.id) > (SELECT x.sort_key, a.id FROM user_account a JOIN employee x ON x.org_id = a.org_id AND x.id = a.employee_id
                          WHERE a.org_id = :org AND a.id = :after)
