-- The one nearest to the root when several have the name.
SELECT d.id FROM department d JOIN department_closure c ON c.org_id = d.org_id AND c.descendant_id = d.id
WHERE d.org_id = :org AND d.name = :name AND d.closed_at IS NULL
GROUP BY d.id ORDER BY count(*), d.id LIMIT 1
