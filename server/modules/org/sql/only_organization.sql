-- The oldest, should there ever be several.
SELECT id FROM organization ORDER BY created_at, id LIMIT 1
