AND (s.owner_id = :me OR s.handler_id = :me OR s.created_by = :me
     OR s.owner_id IN (SELECT e.id FROM employee e WHERE e.org_id = :org AND e.supervisor_id = :me)
     OR s.handler_id IN (SELECT e.id FROM employee e WHERE e.org_id = :org AND e.supervisor_id = :me))
