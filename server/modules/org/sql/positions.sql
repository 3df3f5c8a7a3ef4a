SELECT id, name FROM position WHERE org_id = :org ORDER BY sort_key, id
