SELECT f.id, f.subject_type, f.subject_id, f.name, f.content_type, f.size, f.sha256, f.added_by, f.added_by_id, f.added_at, c.bytes
FROM file f
JOIN file_content c ON c.org_id = f.org_id AND c.sha256 = f.sha256
WHERE f.org_id = :org_id AND f.id = :id
