-- For one sheet at hand; seen_department finds all.
AND (s.employee_id = :me OR s.department_id = :my_department OR EXISTS (SELECT 1 FROM target_line l WHERE l.org_id = :org AND l.employee_id = :me AND l.sheet_id = s.id)
     OR EXISTS (SELECT 1 FROM target_line l WHERE l.org_id = :org AND l.department_id = :my_department AND l.sheet_id = s.id)
     OR EXISTS (SELECT 1 FROM employee e WHERE e.org_id = :org AND e.supervisor_id = :me
               AND (e.id = s.employee_id OR EXISTS (SELECT 1 FROM target_line l WHERE l.org_id = :org AND l.employee_id = e.id AND l.sheet_id = s.id)))
     OR EXISTS (SELECT 1 FROM employee e WHERE e.org_id = :org AND e.department_id = :my_department
               AND (e.id = s.employee_id OR EXISTS (SELECT 1 FROM target_line l WHERE l.org_id = :org AND l.employee_id = e.id AND l.sheet_id = s.id))))
