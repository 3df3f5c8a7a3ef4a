SELECT COUNT(*) FROM requester_message WHERE org_id = :org AND work_item_id = :work_item AND from_requester
