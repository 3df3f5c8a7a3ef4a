UPDATE goal_action
SET what = :what, obstacle = :obstacle, customers = :customers, from_on = :from_on, to_on = :to_on, time_use = :time_use, support = :support,
    support_note = :support_note, preparation = :preparation, budget_fen = :budget_fen, benefit = :benefit, work_item_id = :work_item_id,
    work_item_number = :work_item_number, outcome = :outcome, outcome_at = :outcome_at
WHERE org_id = :org AND id = :id
