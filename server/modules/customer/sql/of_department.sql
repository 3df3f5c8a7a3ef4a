AND c.department_id IN (SELECT d2.descendant_id FROM department_closure d2 WHERE d2.org_id = :org AND d2.ancestor_id = :department)
