-- INDEXED BY: SQLite would rather walk the whole organization in the page's order, hoping to meet enough soon.
SELECT c.id FROM commitment c INDEXED BY commitment_department WHERE c.org_id = :org AND c.department_id = :my_department
