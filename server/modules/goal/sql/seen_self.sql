-- A union of index look-ups: an OR over them would walk all sheets of the organization.
AND s.id IN (SELECT o.id FROM target_sheet o WHERE o.org_id = :org AND o.employee_id = :me
              UNION SELECT l.sheet_id FROM target_line l WHERE l.org_id = :org AND l.employee_id = :me)
