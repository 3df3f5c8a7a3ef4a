UPDATE date_proposal SET answer = :answer, answer_reason = :answer_reason, answered_by_name = :answered_by_name, answered_at = :answered_at
WHERE org_id = :org AND id = :id AND answer IS NULL
