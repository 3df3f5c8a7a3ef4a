-- Rides commitment_department, one department at a time. CROSS JOIN: SQLite must start here.
SELECT c.id FROM department_closure b CROSS JOIN commitment c
WHERE b.org_id = :org AND b.ancestor_id = :my_department AND c.org_id = :org AND c.department_id = b.descendant_id
