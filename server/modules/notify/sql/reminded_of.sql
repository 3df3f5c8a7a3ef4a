-- Rides notice_subject, backwards, then delivery_once.
SELECT n.id, n.event, n.kind, n.reason, n.reason_for, n.basis_topic, n.basis_at, n.created_at, n.retracted_at, n.recipient_id, e.name AS recipient_name,
       d.channel, d.state, d.sent_at
FROM notice n
JOIN employee e ON e.org_id = n.org_id AND e.id = n.recipient_id
LEFT JOIN delivery d ON d.org_id = n.org_id AND d.notice_id = n.id
WHERE n.org_id = :org AND n.subject_id = :subject AND n.basis_topic IS NOT NULL
