-- For one row at hand; visible_self finds all.
AND (c.owner_id = :me OR c.handler_id = :me
     OR EXISTS (SELECT 1 FROM commitment_participant p WHERE p.org_id = :org AND p.commitment_id = c.id AND p.employee_id = :me))
