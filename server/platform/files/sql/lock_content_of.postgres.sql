-- Waits for whoever is adding another file of the same content; the next statement then sees it.
SELECT c.sha256
FROM file f
JOIN file_content c ON c.org_id = f.org_id AND c.sha256 = f.sha256
WHERE f.org_id = :org_id AND f.id = :id
FOR UPDATE
