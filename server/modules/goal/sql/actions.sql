SELECT a.id, a.card_id, a.item_id, a.position, a.what, a.obstacle, a.customers, a.from_on, a.to_on, a.time_use, a.support, a.support_note,
       a.preparation, a.budget_fen, a.benefit, a.work_item_id, a.work_item_number, a.outcome, a.outcome_at, w.state AS work_item_state, w.progress AS work_item_progress
FROM goal_action a LEFT JOIN work_item w ON w.org_id = a.org_id AND w.id = a.work_item_id
WHERE a.org_id = :org
