AND (l.employee_id = :me OR l.employee_id IN (SELECT r.id FROM employee r WHERE r.org_id = :org AND r.supervisor_id = :me))
