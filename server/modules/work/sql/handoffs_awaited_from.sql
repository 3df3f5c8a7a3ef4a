-- Rides handoff_waiting.
SELECT h.id, c.number, c.title AS name
FROM handoff h
JOIN commitment c ON c.org_id = h.org_id AND c.id = h.work_item_id
WHERE h.org_id = :org AND h.to_id = :person AND h.accepted_at IS NULL AND h.declined_at IS NULL AND h.withdrawn_at IS NULL
