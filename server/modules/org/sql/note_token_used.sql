UPDATE access_token SET last_used_at = :at WHERE org_id = :org AND id = :id
