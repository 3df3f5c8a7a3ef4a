-- Names from the root down.
SELECT d.name FROM department_closure c JOIN department d ON d.org_id = c.org_id AND d.id = c.ancestor_id
WHERE c.org_id = :org AND c.descendant_id = :id ORDER BY c.depth DESC
