-- Both ride reminder_fires.
SELECT (SELECT r.fires_at FROM reminder r WHERE r.org_id = :org AND r.fires_at > :now ORDER BY r.fires_at LIMIT 1) AS next_due_at,
       (SELECT count(*) FROM reminder r WHERE r.org_id = :org AND r.fires_at <= :now) AS waiting
