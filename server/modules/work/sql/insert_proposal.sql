INSERT INTO date_proposal (org_id, id, work_item_id, by_id, by_name, at, due_before, due_at, reason)
VALUES (:org, :id, :work_item_id, :by_id, :by_name, :at, :due_before, :due_at, :reason)
