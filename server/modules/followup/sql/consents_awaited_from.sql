-- Rides give_up_request_waiting.
SELECT r.id, c.number, c.title AS name
FROM give_up_request r
JOIN commitment c ON c.org_id = r.org_id AND c.id = r.commitment_id
WHERE r.org_id = :org AND r.supervisor_id = :person AND r.answered_at IS NULL
