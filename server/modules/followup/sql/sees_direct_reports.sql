-- For one row at hand; visible_direct_reports finds all.
AND (c.owner_id = :me OR c.handler_id = :me
     OR EXISTS (SELECT 1 FROM commitment_participant p WHERE p.org_id = :org AND p.commitment_id = c.id AND p.employee_id = :me)
     OR EXISTS (SELECT 1 FROM employee e WHERE e.org_id = :org AND e.id IN (c.owner_id, c.handler_id) AND e.supervisor_id = :me))
