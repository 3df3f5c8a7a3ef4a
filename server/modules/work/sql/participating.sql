AND c.id IN (SELECT p.commitment_id FROM commitment_participant p WHERE p.org_id = :org AND p.employee_id = :me)
