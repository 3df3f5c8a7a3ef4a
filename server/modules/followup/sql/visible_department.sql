AND (c.department_id = :my_department
     OR c.id IN (SELECT o.id FROM commitment o WHERE o.org_id = :org AND o.owner_id = :me
                 UNION SELECT h.id FROM commitment h WHERE h.org_id = :org AND h.handler_id = :me
                 UNION SELECT p.commitment_id FROM commitment_participant p WHERE p.org_id = :org AND p.employee_id = :me
                 UNION SELECT o.id FROM employee e JOIN commitment o ON o.org_id = e.org_id AND o.owner_id = e.id WHERE e.org_id = :org AND e.supervisor_id = :me
                 UNION SELECT h.id FROM employee e JOIN commitment h ON h.org_id = e.org_id AND h.handler_id = e.id WHERE e.org_id = :org AND e.supervisor_id = :me))
