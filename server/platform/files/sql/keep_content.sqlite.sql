INSERT INTO file_content (org_id, sha256, size, bytes)
VALUES (:org_id, :sha256, :size, :bytes)
ON CONFLICT (org_id, sha256) DO NOTHING
