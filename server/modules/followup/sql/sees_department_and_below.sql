-- For one row at hand; visible_department_and_below finds all.
AND (c.owner_id = :me OR c.handler_id = :me
     OR EXISTS (SELECT 1 FROM department_closure d WHERE d.org_id = :org AND d.ancestor_id = :my_department AND d.descendant_id = c.department_id)
     OR EXISTS (SELECT 1 FROM commitment_participant p WHERE p.org_id = :org AND p.commitment_id = c.id AND p.employee_id = :me)
     OR EXISTS (SELECT 1 FROM employee e WHERE e.org_id = :org AND e.id IN (c.owner_id, c.handler_id) AND e.supervisor_id = :me))
