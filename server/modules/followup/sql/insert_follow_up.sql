INSERT INTO follow_up (org_id, id, commitment_id, touch_number, at, by_id, by_name, method, direction, finding, cause, solution, asked_employee_id, progress,
                       outcome, next_follow_up_at, position, recorded_at, written_at, written_next, counterpart, outward_number, despite_limit_reason)
VALUES (:org, :id, :commitment_id, :touch_number, :at, :by_id, :by_name, :method, :direction, :finding, :cause, :solution, :asked_employee_id, :progress,
        :outcome, :next_follow_up_at, :position, :recorded_at, :written_at, :written_next, :counterpart, :outward_number, :despite_limit_reason)
