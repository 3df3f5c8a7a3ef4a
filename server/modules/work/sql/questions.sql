SELECT id, handoff_id, work_item_id, asked_by, asked_by_name, at, question, answer, answered_by_name, answered_at
FROM handoff_question WHERE org_id = :org
