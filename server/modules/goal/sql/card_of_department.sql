AND k.department_id IN (SELECT c.descendant_id FROM department_closure c WHERE c.org_id = :org AND c.ancestor_id = :department)
