-- The update that changes nothing locks the content against a removal of its last file going on at the same time.
INSERT INTO file_content (org_id, sha256, size, bytes)
VALUES (:org_id, :sha256, :size, :bytes)
ON CONFLICT (org_id, sha256) DO UPDATE SET size = excluded.size
