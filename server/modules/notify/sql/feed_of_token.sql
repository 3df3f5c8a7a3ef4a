SELECT org_id, employee_id FROM calendar_feed WHERE token_hash = :hash
