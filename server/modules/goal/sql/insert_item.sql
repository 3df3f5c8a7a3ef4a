INSERT INTO goal_item (org_id, id, card_id, position, what, purpose, quantity, quality, time_standard, cost, how, due_on, milestones, measure, unit, better, accrual,
  base_value, commit_value, target, stretch_value, original_target, weight, parent_item_id, risks, actual, confidence, next_check_in_at, self_actual,
  self_note, supervisor_note, created_at, actual_at, rollup, target_sheet_id, target_row)
VALUES (:org, :id, :card_id, :position, :what, :purpose, :quantity, :quality, :time_standard, :cost, :how, :due_on, :milestones, :measure, :unit, :better,
  :accrual, :base_value, :commit_value, :target, :stretch_value, :original_target, :weight, :parent_item_id, :risks, :actual, :confidence,
  :next_check_in_at, :self_actual, :self_note, :supervisor_note, :created_at, :actual_at, :rollup, :target_sheet_id, :target_row)
