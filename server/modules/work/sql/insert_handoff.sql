INSERT INTO handoff (org_id, id, work_item_id, from_id, to_id, note, at, answer_due_at, made_participant)
VALUES (:org, :id, :work_item_id, :from_id, :to_id, :note, :at, :answer_due_at, :made_participant)
