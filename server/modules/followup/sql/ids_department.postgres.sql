-- Rides commitment_department.
SELECT c.id FROM commitment c WHERE c.org_id = :org AND c.department_id = :my_department
