-- The head of statements about items given by their ids: :ids holds sixteen bytes for each.
WITH wanted (i, id) AS (SELECT i, CAST(encode(substring(:ids FROM i * 16 + 1 FOR 16), 'hex') AS uuid) FROM generate_series(0, length(:ids) / 16 - 1) AS places (i))
