UPDATE commitment
SET subject_kind = :subject_kind, title = :title, owner_id = :owner_id, handler_id = :handler_id,
    handler_since = CASE WHEN handler_id = :handler_id THEN handler_since ELSE :now END,
    department_id = :department_id, state = :state, stage = :stage, importance = :importance, due_at = :due_at,
    next_follow_up_at = :next_follow_up_at, follow_up_gap_minutes = :follow_up_gap_minutes, last_touch_at = :last_touch_at, touch_count = :touch_count, closed_at = :closed_at, held_until = :held_until,
    counterpart = :counterpart, counterpart_name = :counterpart_name, version = version + 1
WHERE org_id = :org AND id = :id AND version = :version
