INSERT INTO succession (org_id, employee_id, holding, successor_id, note, at) VALUES (:org, :employee, :holding, :successor_id, :note, :now)
ON CONFLICT (org_id, employee_id, holding) DO UPDATE SET successor_id = excluded.successor_id, note = excluded.note, at = excluded.at
