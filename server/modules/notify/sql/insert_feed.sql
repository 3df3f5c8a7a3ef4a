INSERT INTO calendar_feed (org_id, employee_id, token_hash, created_at) VALUES (:org, :employee, :hash, :now)
ON CONFLICT (org_id, employee_id) DO UPDATE SET token_hash = excluded.token_hash, created_at = excluded.created_at
