SELECT id, department_id, supervisor_id, leave_date FROM employee WHERE org_id = :org
