-- A union of three index look-ups: an OR over them would scan the organization.
AND c.id IN (SELECT o.id FROM commitment o WHERE o.org_id = :org AND o.owner_id = :me
             UNION SELECT h.id FROM commitment h WHERE h.org_id = :org AND h.handler_id = :me
             UNION SELECT p.commitment_id FROM commitment_participant p WHERE p.org_id = :org AND p.employee_id = :me)
