-- Rides commitment_owner_queue.
SELECT c.id, c.number, c.title AS name
FROM commitment c
WHERE c.org_id = :org AND c.owner_id = :person AND c.state = 'open' AND c.subject_type = 'work_item'
