SELECT id, description, state, requester_employee_id, requester_name, requester_phone, requester_email, location, progress, start_at, original_due_at,
       completed_at, source, tags, parent_id, state_reason, state_before_hold, hold_until, written_start, written_due, created_by, created_by_name, created_at,
       custom, urgency, estimate_minutes, follow_on_of, waited_minutes, worked_minutes
FROM work_item WHERE org_id = :org AND id = :id
