UPDATE work_item
SET description = :description, state = :state, requester_employee_id = :requester_employee_id, requester_name = :requester_name,
    requester_phone = :requester_phone, requester_email = :requester_email, location = :location, progress = :progress, start_at = :start_at,
    original_due_at = :original_due_at, completed_at = :completed_at, tags = :tags, parent_id = :parent_id, state_reason = :state_reason,
    state_before_hold = :state_before_hold, hold_until = :hold_until, written_start = :written_start, written_due = :written_due,
    custom = :custom, urgency = :urgency, estimate_minutes = :estimate_minutes, waited_minutes = :waited_minutes, worked_minutes = :worked_minutes
WHERE org_id = :org AND id = :id
