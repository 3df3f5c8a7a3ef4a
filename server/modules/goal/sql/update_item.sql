UPDATE goal_item
SET position = :position, what = :what, purpose = :purpose, quantity = :quantity, quality = :quality, time_standard = :time_standard, cost = :cost,
    how = :how, due_on = :due_on, milestones = :milestones, measure = :measure, unit = :unit, better = :better, accrual = :accrual,
    base_value = :base_value, commit_value = :commit_value, target = :target, stretch_value = :stretch_value, original_target = :original_target,
    weight = :weight, parent_item_id = :parent_item_id, risks = :risks, actual = :actual, confidence = :confidence,
    next_check_in_at = :next_check_in_at, self_actual = :self_actual, self_note = :self_note, supervisor_note = :supervisor_note,
    actual_at = :actual_at, rollup = :rollup, target_sheet_id = :target_sheet_id, target_row = :target_row
WHERE org_id = :org AND id = :id
