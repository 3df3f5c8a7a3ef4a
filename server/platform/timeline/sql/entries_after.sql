-- All chains, page by page along the primary key.
SELECT e.org_id, e.subject_type, e.subject_id, e.seq, e.id, e.at, e.actor_id, e.actor_name, e.event, e.changes, e.note,
       e.previous_hash, e.hash, h.seq AS head_seq, h.hash AS head_hash
FROM timeline_entry e
LEFT JOIN timeline_head h ON h.org_id = e.org_id AND h.subject_id = e.subject_id
WHERE (e.org_id, e.subject_id, e.seq) > (:org_id, :subject_id, :seq)
ORDER BY e.org_id, e.subject_id, e.seq
LIMIT :limit
