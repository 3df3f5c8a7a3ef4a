INSERT INTO delay_report (org_id, id, work_item_id, by_id, by_name, at, department_id, cause, whys, corrective_action, due_before, new_due_at, delay_days, state,
                          approver_id)
VALUES (:org, :id, :work_item_id, :by_id, :by_name, :at, :department_id, :cause, :whys, :corrective_action, :due_before, :new_due_at, :delay_days, :state,
        :approver_id)
