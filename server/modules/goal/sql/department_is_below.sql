SELECT c.descendant_id FROM department_closure c WHERE c.org_id = :org AND c.ancestor_id = :above AND c.descendant_id = :id
