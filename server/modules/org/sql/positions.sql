SELECT p.id, p.name, p.version, (SELECT count(*) FROM employee e WHERE e.org_id = p.org_id AND e.position_id = p.id) AS people
FROM position p WHERE p.org_id = :org
