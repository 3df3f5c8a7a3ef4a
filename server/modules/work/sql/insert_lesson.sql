INSERT INTO lesson (org_id, id, work_item_id, by_id, by_name, at, text) VALUES (:org, :id, :work_item, :by_id, :by_name, :at, :text)
