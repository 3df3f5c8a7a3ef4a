-- :ids holds sixteen bytes for each.
SELECT c.id, c.number, c.name, c.tier
FROM generate_series(0, length(:ids) / 16 - 1) AS w (i)
JOIN customer c ON c.org_id = :org AND c.id = CAST(encode(substring(:ids FROM w.i * 16 + 1 FOR 16), 'hex') AS uuid)
ORDER BY w.i
