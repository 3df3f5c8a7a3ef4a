SELECT COUNT(*) AS count FROM push_subscription WHERE org_id = :org AND employee_id = :employee
