UPDATE handoff_question SET answer = :answer, answered_by_name = :answered_by_name, answered_at = :answered_at
WHERE org_id = :org AND id = :id AND answer IS NULL
