SELECT i.id, i.card_id, i.position, i.what, i.purpose, i.quantity, i.quality, i.time_standard, i.cost, i.how, i.due_on, i.milestones, i.measure,
       i.unit, i.better, i.accrual, i.base_value, i.commit_value, i.target, i.stretch_value, i.original_target, i.weight, i.parent_item_id, i.risks,
       i.actual, i.confidence, i.next_check_in_at, i.self_actual, i.self_note, i.supervisor_note, i.created_at, i.actual_at, i.rollup,
       i.target_sheet_id, i.target_row
FROM goal_item i
WHERE i.org_id = :org
