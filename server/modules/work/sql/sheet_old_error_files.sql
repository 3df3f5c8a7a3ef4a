-- Reads the whole table of names once a day; the rest waits for tomorrow.
SELECT org_id, id FROM file WHERE subject_type = 'import' AND added_at < :before ORDER BY org_id, id LIMIT 1000
