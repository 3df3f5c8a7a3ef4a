-- What a reminder says beside its matter, by primary keys and handoff_pending.
SELECT o.time_zone, COALESCE(w.name, '') AS owner, COALESCE(h.name, '') AS handler, COALESCE(r.name, '') AS receiver
FROM organization o
LEFT JOIN employee w ON w.org_id = o.id AND w.id = :owner
LEFT JOIN employee h ON h.org_id = o.id AND h.id = :handler
LEFT JOIN handoff p ON p.org_id = o.id AND p.work_item_id = :subject AND p.accepted_at IS NULL AND p.declined_at IS NULL AND p.withdrawn_at IS NULL
LEFT JOIN employee r ON r.org_id = o.id AND r.id = p.to_id
WHERE o.id = :org
