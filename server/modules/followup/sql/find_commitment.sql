SELECT c.id, c.subject_type, c.subject_kind, c.number, c.title, c.owner_id, c.handler_id, c.department_id, c.state, c.stage, c.importance, c.due_at,
       c.next_follow_up_at, c.follow_up_gap_minutes, c.last_touch_at, c.touch_count, c.created_at, c.closed_at, c.held_until,
       c.counterpart, c.counterpart_name, c.outward_count, c.version
FROM commitment c
WHERE c.org_id = :org AND c.id = :id
