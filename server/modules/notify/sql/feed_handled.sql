-- Rides commitment_handler.
SELECT c.id, c.number, c.title, c.subject_type, c.next_follow_up_at, c.due_at, c.created_at
FROM commitment c WHERE c.org_id = :org AND c.handler_id = :me AND c.state = 'open' AND c.owner_id <> :me AND c.due_at IS NOT NULL
ORDER BY COALESCE(c.due_at, 9223372036854775807), c.id LIMIT 500
