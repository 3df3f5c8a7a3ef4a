SELECT rating, words, rated_at, changed_at FROM requester_rating WHERE org_id = :org AND work_item_id = :work_item
