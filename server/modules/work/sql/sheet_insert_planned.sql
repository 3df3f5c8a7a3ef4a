INSERT INTO planned_first_follow_up (org_id, work_item_id, written) VALUES (:org, :id, :written)
