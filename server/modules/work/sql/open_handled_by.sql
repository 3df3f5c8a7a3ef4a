-- Rides commitment_handler.
SELECT c.id, c.number, c.title AS name
FROM commitment c
WHERE c.org_id = :org AND c.handler_id = :person AND c.state = 'open' AND c.subject_type = 'work_item'
