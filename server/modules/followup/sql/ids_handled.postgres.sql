-- Rides commitment_handler.
SELECT c.id FROM commitment c WHERE c.org_id = :org AND c.handler_id = :me
