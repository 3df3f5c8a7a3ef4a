-- Everything above the new parent, with everything in the subtree.
INSERT INTO department_closure (org_id, ancestor_id, descendant_id, depth)
SELECT u.org_id, u.ancestor_id, b.descendant_id, u.depth + b.depth + 1
FROM department_closure u JOIN department_closure b ON b.org_id = u.org_id
WHERE u.org_id = :org AND u.descendant_id = :parent_id AND b.ancestor_id = :id
