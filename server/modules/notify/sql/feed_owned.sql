-- Rides commitment_owner_queue.
SELECT c.id, c.number, c.title, c.subject_type, c.next_follow_up_at, c.due_at, c.created_at
FROM commitment c WHERE c.org_id = :org AND c.owner_id = :me AND c.state = 'open' ORDER BY c.next_follow_up_at, c.id LIMIT 500
