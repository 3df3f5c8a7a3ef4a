UPDATE goal_card SET person_id = :to, department_id = :department, version = version + 1 WHERE org_id = :org AND id = :id
