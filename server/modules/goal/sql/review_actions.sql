SELECT a.what, a.owner_name, a.due_on, a.work_item_id, a.work_item_number, w.state AS work_item_state, w.progress AS work_item_progress
FROM goal_review_action a LEFT JOIN work_item w ON w.org_id = a.org_id AND w.id = a.work_item_id
WHERE a.org_id = :org AND a.review_id = :review
ORDER BY a.position
