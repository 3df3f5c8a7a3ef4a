INSERT INTO comment (org_id, id, work_item_id, by_id, by_name, at, text, mentioned)
VALUES (:org, :id, :work_item, :by_id, :by_name, :at, :text, :mentioned)
