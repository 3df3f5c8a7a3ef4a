-- For one sheet at hand; seen_department_and_below finds all.
AND (s.employee_id = :me OR EXISTS (SELECT 1 FROM target_line l WHERE l.org_id = :org AND l.employee_id = :me AND l.sheet_id = s.id)
     OR s.department_id IN (SELECT b.descendant_id FROM department_closure b WHERE b.org_id = :org AND b.ancestor_id = :my_department)
     OR EXISTS (SELECT 1 FROM department_closure b JOIN target_line l ON l.org_id = b.org_id AND l.department_id = b.descendant_id
                WHERE b.org_id = :org AND b.ancestor_id = :my_department AND l.sheet_id = s.id)
     OR EXISTS (SELECT 1 FROM employee e WHERE e.org_id = :org AND e.supervisor_id = :me
               AND (e.id = s.employee_id OR EXISTS (SELECT 1 FROM target_line l WHERE l.org_id = :org AND l.employee_id = e.id AND l.sheet_id = s.id)))
     OR EXISTS (SELECT 1 FROM employee e WHERE e.org_id = :org AND e.department_id IN (SELECT b.descendant_id FROM department_closure b WHERE b.org_id = :org AND b.ancestor_id = :my_department)
               AND (e.id = s.employee_id OR EXISTS (SELECT 1 FROM target_line l WHERE l.org_id = :org AND l.employee_id = e.id AND l.sheet_id = s.id))))
