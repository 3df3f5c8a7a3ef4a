-- Rides work_item_created.
SELECT w.created_by AS id, MAX(w.created_by_name) AS name, COUNT(*) AS items,
       CAST(SUM(CASE WHEN b.why IS NULL OR b.why = '' THEN 1 ELSE 0 END) AS bigint) AS why,
       CAST(SUM(CASE WHEN w.state IN ('draft', 'assigned') THEN 1 ELSE 0 END) AS bigint) AS who,
       CAST(SUM(CASE WHEN c.due_at IS NULL THEN 1 ELSE 0 END) AS bigint) AS no_due,
       CAST(SUM(CASE WHEN b.how IS NULL OR b.how = '' THEN 1 ELSE 0 END) AS bigint) AS how,
       CAST(SUM(CASE WHEN b.standard IS NULL OR b.standard = '[]' THEN 1 ELSE 0 END) AS bigint) AS standard,
       CAST(SUM(CASE WHEN b.consequence IS NULL OR b.consequence = '' THEN 1 ELSE 0 END) AS bigint) AS consequence
FROM work_item w JOIN commitment c ON c.org_id = w.org_id AND c.id = w.id
LEFT JOIN work_brief b ON b.org_id = w.org_id AND b.work_item_id = w.id
WHERE w.org_id = :org AND w.created_at >= :from AND w.created_at < :until
