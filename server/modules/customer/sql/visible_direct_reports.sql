-- A union of index look-ups: an OR over them would scan the organization.
AND c.id IN (SELECT o.id FROM customer o WHERE o.org_id = :org AND o.account_manager_id = :me
             UNION SELECT r.id FROM employee e JOIN customer r ON r.org_id = e.org_id AND r.account_manager_id = e.id WHERE e.org_id = :org AND e.supervisor_id = :me)
