SELECT created_at FROM calendar_feed WHERE org_id = :org AND employee_id = :employee
