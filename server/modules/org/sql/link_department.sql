-- Itself, and everything above its parent.
INSERT INTO department_closure (org_id, ancestor_id, descendant_id, depth)
SELECT d.org_id, d.id, d.id, 0 FROM department d WHERE d.org_id = :org AND d.id = :id
UNION ALL
SELECT c.org_id, c.ancestor_id, d.id, c.depth + 1
FROM department d JOIN department_closure c ON c.org_id = d.org_id AND c.descendant_id = d.parent_id
WHERE d.org_id = :org AND d.id = :id
