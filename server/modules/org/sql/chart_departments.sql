SELECT id, parent_id, manager_id FROM department WHERE org_id = :org
