INSERT INTO handoff_question (org_id, id, handoff_id, work_item_id, asked_by, asked_by_name, at, question)
VALUES (:org, :id, :handoff_id, :work_item_id, :asked_by, :asked_by_name, :at, :question)
