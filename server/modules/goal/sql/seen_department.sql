AND s.id IN (SELECT o.id FROM target_sheet o WHERE o.org_id = :org AND o.employee_id = :me
              UNION SELECT l.sheet_id FROM target_line l WHERE l.org_id = :org AND l.employee_id = :me
              UNION SELECT o.id FROM employee e JOIN target_sheet o ON o.org_id = e.org_id AND o.employee_id = e.id WHERE e.org_id = :org AND e.supervisor_id = :me
              UNION SELECT l.sheet_id FROM employee e JOIN target_line l ON l.org_id = e.org_id AND l.employee_id = e.id WHERE e.org_id = :org AND e.supervisor_id = :me
              UNION SELECT o.id FROM target_sheet o WHERE o.org_id = :org AND o.department_id = :my_department
              UNION SELECT l.sheet_id FROM target_line l WHERE l.org_id = :org AND l.department_id = :my_department
              UNION SELECT o.id FROM employee e JOIN target_sheet o ON o.org_id = e.org_id AND o.employee_id = e.id
                    WHERE e.org_id = :org AND e.department_id = :my_department
              UNION SELECT l.sheet_id FROM employee e JOIN target_line l ON l.org_id = e.org_id AND l.employee_id = e.id
                    WHERE e.org_id = :org AND e.department_id = :my_department)
