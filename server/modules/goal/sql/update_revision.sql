UPDATE goal_revision
SET state = :state, supervisor_at = :supervisor_at, parent_at = :parent_at, answered_by_name = :answered_by_name, answered_at = :answered_at,
    answer_reason = :answer_reason
WHERE org_id = :org AND id = :id
