-- Rides delivery_merged.
SELECT n.id, n.recipient_id, n.occurrence, n.event, n.kind, n.subject_type, n.subject_id, n.number, n.title, n.content, n.reason, n.reason_for, n.basis_topic,
       n.basis_at, n.created_at, n.read_at, n.retracted_at
FROM delivery d JOIN notice n ON n.org_id = d.org_id AND n.id = d.notice_id
WHERE d.org_id = :org AND d.merged_into = :into ORDER BY n.created_at, n.id
