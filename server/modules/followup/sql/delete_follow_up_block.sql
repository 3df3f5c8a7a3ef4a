DELETE FROM follow_up_block WHERE org_id = :org AND employee_id = :employee
