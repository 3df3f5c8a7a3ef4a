SELECT 1 FROM department_closure WHERE org_id = :org AND ancestor_id = :above AND descendant_id = :department
