AND (l.employee_id = :me OR l.department_id = :my_department
     OR l.employee_id IN (SELECT r.id FROM employee r WHERE r.org_id = :org AND (r.supervisor_id = :me OR r.department_id = :my_department)))
