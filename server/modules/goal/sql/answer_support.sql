UPDATE goal_support
SET state = :state, reason = :reason, answered_by_name = :answered_by_name, answered_at = :answered_at
WHERE org_id = :org AND id = :id
