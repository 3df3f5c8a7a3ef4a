DELETE FROM commitment_participant WHERE org_id = :org AND commitment_id = :commitment AND employee_id = :employee
