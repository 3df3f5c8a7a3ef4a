AND s.id IN (SELECT o.id FROM target_sheet o WHERE o.org_id = :org AND o.employee_id = :me
              UNION SELECT l.sheet_id FROM target_line l WHERE l.org_id = :org AND l.employee_id = :me
              UNION SELECT o.id FROM employee e JOIN target_sheet o ON o.org_id = e.org_id AND o.employee_id = e.id WHERE e.org_id = :org AND e.supervisor_id = :me
              UNION SELECT l.sheet_id FROM employee e JOIN target_line l ON l.org_id = e.org_id AND l.employee_id = e.id WHERE e.org_id = :org AND e.supervisor_id = :me
              UNION SELECT o.id FROM department_closure b JOIN target_sheet o ON o.org_id = b.org_id AND o.department_id = b.descendant_id
                    WHERE b.org_id = :org AND b.ancestor_id = :my_department
              UNION SELECT l.sheet_id FROM department_closure b JOIN target_line l ON l.org_id = b.org_id AND l.department_id = b.descendant_id
                    WHERE b.org_id = :org AND b.ancestor_id = :my_department
              UNION SELECT o.id FROM department_closure b JOIN employee e ON e.org_id = b.org_id AND e.department_id = b.descendant_id
                    JOIN target_sheet o ON o.org_id = e.org_id AND o.employee_id = e.id WHERE b.org_id = :org AND b.ancestor_id = :my_department
              UNION SELECT l.sheet_id FROM department_closure b JOIN employee e ON e.org_id = b.org_id AND e.department_id = b.descendant_id
                    JOIN target_line l ON l.org_id = e.org_id AND l.employee_id = e.id WHERE b.org_id = :org AND b.ancestor_id = :my_department)
