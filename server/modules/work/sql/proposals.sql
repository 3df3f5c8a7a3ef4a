SELECT id, work_item_id, by_id, by_name, at, due_before, due_at, reason, answer, answer_reason, answered_by_name, answered_at
FROM date_proposal WHERE org_id = :org
