SELECT request_hash, status, headers, body FROM idempotent_answer WHERE org_id = :org AND user_id = :user AND key = :key
