-- For one sheet at hand; seen_direct_reports finds all.
AND (s.employee_id = :me OR EXISTS (SELECT 1 FROM target_line l WHERE l.org_id = :org AND l.employee_id = :me AND l.sheet_id = s.id)
     OR EXISTS (SELECT 1 FROM employee e WHERE e.org_id = :org AND e.supervisor_id = :me
               AND (e.id = s.employee_id OR EXISTS (SELECT 1 FROM target_line l WHERE l.org_id = :org AND l.employee_id = e.id AND l.sheet_id = s.id))))
