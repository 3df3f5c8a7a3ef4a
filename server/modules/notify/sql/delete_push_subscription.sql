DELETE FROM push_subscription WHERE org_id = :org AND employee_id = :employee AND id = :id
