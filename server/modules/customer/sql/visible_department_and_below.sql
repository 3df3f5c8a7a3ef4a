AND c.id IN (SELECT o.id FROM customer o WHERE o.org_id = :org AND o.account_manager_id = :me
             UNION SELECT r.id FROM employee e JOIN customer r ON r.org_id = e.org_id AND r.account_manager_id = e.id WHERE e.org_id = :org AND e.supervisor_id = :me
             UNION SELECT b.id FROM department_closure x JOIN customer b ON b.org_id = x.org_id AND b.department_id = x.descendant_id
                   WHERE x.org_id = :org AND x.ancestor_id = :my_department)
