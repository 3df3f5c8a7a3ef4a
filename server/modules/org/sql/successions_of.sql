SELECT holding, successor_id FROM succession WHERE org_id = :org AND employee_id = :employee
