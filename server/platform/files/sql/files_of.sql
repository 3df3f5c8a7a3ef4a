-- Rides file_of_subject.
SELECT id, name, content_type, size, sha256, added_by, added_at
FROM file
WHERE org_id = :org_id AND subject_id = :subject_id AND subject_type = :subject_type
ORDER BY id
