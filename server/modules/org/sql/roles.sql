SELECT r.id, r.code, r.name, r.built_in, r.version,
       (SELECT count(*) FROM user_role x WHERE x.org_id = r.org_id AND x.role_id = r.id) AS users
FROM role r WHERE r.org_id = :org
