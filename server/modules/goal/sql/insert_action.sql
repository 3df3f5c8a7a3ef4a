INSERT INTO goal_action (org_id, id, card_id, item_id, position, what, obstacle, customers, from_on, to_on, time_use, support, support_note, preparation, budget_fen,
  benefit, work_item_id, work_item_number, outcome, outcome_at)
VALUES (:org, :id, :card_id, :item_id, :position, :what, :obstacle, :customers, :from_on, :to_on, :time_use, :support, :support_note, :preparation,
  :budget_fen, :benefit, :work_item_id, :work_item_number, :outcome, :outcome_at)
