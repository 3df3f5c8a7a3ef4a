INSERT INTO commitment_participant (org_id, commitment_id, employee_id, added_at) VALUES (:org, :commitment, :employee, :now)
ON CONFLICT (org_id, commitment_id, employee_id) DO NOTHING
