INSERT INTO commitment (org_id, id, subject_type, subject_kind, number, title, owner_id, handler_id, handler_since, department_id, state, stage, importance,
                        due_at, next_follow_up_at, follow_up_gap_minutes, last_touch_at, last_follow_up_id, touch_count, created_at, closed_at, held_until, counterpart, counterpart_name, version)
VALUES (:org, :id, :subject_type, :subject_kind, :number, :title, :owner_id, :handler_id, :created_at, :department_id, :state, :stage, :importance,
        :due_at, :next_follow_up_at, :follow_up_gap_minutes, :last_touch_at, :last_follow_up_id, :touch_count, :created_at, :closed_at, :held_until, :counterpart, :counterpart_name, :version)
