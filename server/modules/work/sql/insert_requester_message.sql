INSERT INTO requester_message (org_id, id, work_item_id, at, from_requester, by_name, text)
VALUES (:org, :id, :work_item, :at, :from_requester, :by_name, :text)
