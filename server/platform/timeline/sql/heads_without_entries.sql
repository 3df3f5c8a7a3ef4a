-- Chains of which nothing is left but the head; page by page along the primary key.
SELECT h.org_id, h.subject_type, h.subject_id
FROM timeline_head h
WHERE (h.org_id, h.subject_id) > (:org_id, :subject_id)
  AND NOT EXISTS (SELECT 1 FROM timeline_entry e WHERE e.org_id = h.org_id AND e.subject_id = h.subject_id)
ORDER BY h.org_id, h.subject_id
LIMIT :limit
