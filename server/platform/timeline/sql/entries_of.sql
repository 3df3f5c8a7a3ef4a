-- Rides the primary key backwards.
SELECT id, seq, at, actor_id, actor_name, event, changes, note
FROM timeline_entry
WHERE org_id = :org_id AND subject_id = :subject_id AND subject_type = :subject_type AND seq < :before_seq
ORDER BY seq DESC
LIMIT :limit
