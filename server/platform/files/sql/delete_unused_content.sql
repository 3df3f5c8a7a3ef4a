-- Rides file_of_content.
DELETE FROM file_content
WHERE org_id = :org_id AND sha256 = :sha256
  AND NOT EXISTS (SELECT 1 FROM file WHERE file.org_id = file_content.org_id AND file.sha256 = file_content.sha256)
