AND (c.account_manager_id = :me OR c.department_id = :my_department
     OR EXISTS (SELECT 1 FROM employee e WHERE e.org_id = c.org_id AND e.id = c.account_manager_id AND e.supervisor_id = :me))
