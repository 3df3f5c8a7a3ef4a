SELECT style FROM goal_style WHERE org_id = :org AND employee_id = :employee
