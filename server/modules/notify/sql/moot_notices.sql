-- Rides notice_subject. A reminder is moot when its matter is closed or no longer has the time it was about.
SELECT n.id, n.recipient_id FROM notice n
LEFT JOIN commitment c ON c.org_id = n.org_id AND c.id = n.subject_id
WHERE n.org_id = :org AND n.subject_id = :subject AND n.basis_topic IS NOT NULL AND n.retracted_at IS NULL
  AND (c.id IS NULL OR NOT (c.state = 'open'
           AND CASE n.basis_topic
                 WHEN 'follow_up' THEN COALESCE(c.next_follow_up_at = n.basis_at, FALSE)
                 WHEN 'due' THEN COALESCE(c.due_at = n.basis_at, FALSE)
                 ELSE EXISTS (SELECT 1 FROM handoff h WHERE h.org_id = n.org_id AND h.work_item_id = n.subject_id AND h.accepted_at IS NULL
                                                        AND h.declined_at IS NULL AND h.withdrawn_at IS NULL)
               END))
