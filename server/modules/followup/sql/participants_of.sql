SELECT e.id, e.name FROM commitment_participant p JOIN employee e ON e.org_id = p.org_id AND e.id = p.employee_id
WHERE p.org_id = :org AND p.commitment_id = :commitment ORDER BY e.sort_key, e.id
