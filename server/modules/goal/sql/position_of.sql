SELECT p.name FROM employee e JOIN position p ON p.org_id = e.org_id AND p.id = e.position_id WHERE e.org_id = :org AND e.id = :employee
