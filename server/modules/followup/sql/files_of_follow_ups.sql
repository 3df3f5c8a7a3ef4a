-- Rides follow_up_touch, then file_of_subject.
SELECT d.id, u.id AS follow_up_id, d.name, d.content_type, d.size
FROM follow_up u JOIN file d ON d.org_id = u.org_id AND d.subject_id = u.id AND d.subject_type = 'follow_up'
WHERE u.org_id = :org AND u.commitment_id = :commitment
ORDER BY u.touch_number, d.id
