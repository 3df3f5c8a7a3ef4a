-- Rides commitment_participant_of. CROSS JOIN: SQLite must start here.
SELECT c.id FROM commitment_participant p CROSS JOIN commitment c
WHERE p.org_id = :org AND p.employee_id = :me AND c.org_id = :org AND c.id = p.commitment_id
