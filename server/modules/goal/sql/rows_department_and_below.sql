AND (l.employee_id = :me
     OR l.department_id IN (SELECT b.descendant_id FROM department_closure b WHERE b.org_id = :org AND b.ancestor_id = :my_department)
     OR l.employee_id IN (SELECT r.id FROM employee r WHERE r.org_id = :org AND r.supervisor_id = :me)
     OR l.employee_id IN (SELECT r.id FROM employee r WHERE r.org_id = :org AND r.department_id IN (SELECT b.descendant_id FROM department_closure b WHERE b.org_id = :org AND b.ancestor_id = :my_department)))
