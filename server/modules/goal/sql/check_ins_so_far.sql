SELECT COALESCE(MAX(c.number), 0) FROM goal_check_in c WHERE c.org_id = :org AND c.item_id = :item
