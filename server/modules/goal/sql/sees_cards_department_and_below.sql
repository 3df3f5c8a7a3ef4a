AND (k.person_id = :me OR k.supervisor_id = :me
     OR k.department_id IN (SELECT c.descendant_id FROM department_closure c WHERE c.org_id = :org AND c.ancestor_id = :my_department)
     OR k.person_id IN (SELECT e.id FROM employee e WHERE e.org_id = :org AND e.supervisor_id = :me))
