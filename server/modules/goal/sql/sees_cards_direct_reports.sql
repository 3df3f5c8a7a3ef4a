AND (k.person_id = :me OR k.supervisor_id = :me
     OR k.person_id IN (SELECT e.id FROM employee e WHERE e.org_id = :org AND e.supervisor_id = :me))
