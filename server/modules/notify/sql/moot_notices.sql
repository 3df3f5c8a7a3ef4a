-- Rides notice_basis. A reminder is moot when its matter is closed or no longer has the time it was about; what rests is due when its rest
-- ends. Of handoffs only what was said of the one that waits holds: its occurrence names it.
SELECT n.id, n.recipient_id FROM notice n
LEFT JOIN commitment c ON c.org_id = n.org_id AND c.id = n.subject_id
WHERE n.org_id = :org AND n.subject_id = :subject AND n.basis_topic IS NOT NULL AND n.retracted_at IS NULL
  AND (c.id IS NULL OR NOT (c.state = 'open'
           AND CASE n.basis_topic
                 WHEN 'follow_up' THEN COALESCE(c.next_follow_up_at = n.basis_at, FALSE)
                 WHEN 'due' THEN COALESCE(CASE WHEN c.held_until > c.due_at THEN c.held_until ELSE c.due_at END = n.basis_at, FALSE)
                 ELSE n.occurrence = :offered OR substr(n.occurrence, 1, 37) = :reminded
               END))
