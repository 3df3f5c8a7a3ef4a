-- What a reminder says beside its matter, by primary keys.
SELECT o.time_zone, COALESCE(w.name, '') AS owner, COALESCE(h.name, '') AS handler
FROM organization o
LEFT JOIN employee w ON w.org_id = o.id AND w.id = :owner
LEFT JOIN employee h ON h.org_id = o.id AND h.id = :handler
WHERE o.id = :org
