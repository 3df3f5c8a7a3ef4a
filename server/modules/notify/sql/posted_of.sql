-- Rides notice_letter, then delivery_once.
SELECT n.occurrence, n.event, d.address, d.state, d.answer, d.sent_at
FROM notice n JOIN delivery d ON d.org_id = n.org_id AND d.notice_id = n.id
WHERE n.org_id = :org AND n.subject_id = :subject AND n.reason = 'letter' AND d.channel = 'email'
ORDER BY d.created_at, d.id
