UPDATE handoff SET accepted_at = :accepted_at, declined_at = :declined_at, withdrawn_at = :withdrawn_at, reason = :reason, understanding = :understanding
WHERE org_id = :org AND id = :id
