SELECT DISTINCT permission FROM role_grant WHERE org_id = :org ORDER BY permission
