-- Rides commitment_owner_due.
SELECT c.id FROM commitment c WHERE c.org_id = :org AND c.owner_id = :me
