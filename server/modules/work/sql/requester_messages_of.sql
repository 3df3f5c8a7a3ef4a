-- Oldest first; rides requester_message_item.
SELECT id, at, from_requester, by_name, text FROM requester_message WHERE org_id = :org AND work_item_id = :work_item ORDER BY at, id
