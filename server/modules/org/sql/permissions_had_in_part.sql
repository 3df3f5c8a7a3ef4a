-- Those some built-in role has for less than the organization; the others are had whole or not at all.
SELECT DISTINCT g.permission FROM role_grant g JOIN role r ON r.org_id = g.org_id AND r.id = g.role_id
WHERE g.org_id = :org AND r.built_in AND g.scope <> 'organization'
