-- :ids holds sixteen bytes for each.
WITH RECURSIVE wanted (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM wanted WHERE (i + 2) * 16 <= length(:ids))
SELECT c.id, c.number, c.name, c.tier
FROM wanted w CROSS JOIN customer c ON c.org_id = :org AND c.id = substr(:ids, w.i * 16 + 1, 16)
ORDER BY w.i
