-- For one sheet at hand; seen_self finds all.
AND (s.employee_id = :me OR EXISTS (SELECT 1 FROM target_line l WHERE l.org_id = :org AND l.employee_id = :me AND l.sheet_id = s.id))
