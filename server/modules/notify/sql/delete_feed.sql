DELETE FROM calendar_feed WHERE org_id = :org AND employee_id = :employee
