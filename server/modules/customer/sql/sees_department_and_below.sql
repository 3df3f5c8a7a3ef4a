AND (c.account_manager_id = :me
     OR EXISTS (SELECT 1 FROM employee e WHERE e.org_id = c.org_id AND e.id = c.account_manager_id AND e.supervisor_id = :me)
     OR EXISTS (SELECT 1 FROM department_closure x WHERE x.org_id = c.org_id AND x.ancestor_id = :my_department AND x.descendant_id = c.department_id))
