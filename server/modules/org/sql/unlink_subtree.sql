-- What is above the subtree lets go of all that is in it.
DELETE FROM department_closure
WHERE org_id = :org
  AND descendant_id IN (SELECT b.descendant_id FROM department_closure b WHERE b.org_id = :org AND b.ancestor_id = :id)
  AND ancestor_id NOT IN (SELECT b.descendant_id FROM department_closure b WHERE b.org_id = :org AND b.ancestor_id = :id)
