-- The head of statements about items given by their ids: :ids holds sixteen bytes for each.
WITH RECURSIVE places (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM places WHERE (i + 2) * 16 <= length(:ids)),
wanted (i, id) AS (SELECT i, substr(:ids, i * 16 + 1, 16) FROM places)
