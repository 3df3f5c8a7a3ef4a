-- Rides notice_of, backwards.
SELECT id, recipient_id, occurrence, event, kind, subject_type, subject_id, number, title, content, reason, reason_for, basis_topic, basis_at, created_at,
       read_at, retracted_at
FROM notice WHERE org_id = :org AND recipient_id = :me AND retracted_at IS NULL
