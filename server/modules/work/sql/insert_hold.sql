INSERT INTO work_hold (org_id, work_item_id, held_at) VALUES (:org, :work_item, :now)
