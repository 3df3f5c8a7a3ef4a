SELECT org_id FROM push_key LIMIT 1
