-- Rides deputy_of and deputy_for.
AND d.id IN (SELECT a.id FROM deputy a WHERE a.org_id = :org AND a.employee_id = :me UNION SELECT b.id FROM deputy b WHERE b.org_id = :org AND b.deputy_id = :me)
