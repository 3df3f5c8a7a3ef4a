INSERT INTO work_series (org_id, id, title, kind, template, owner_id, handler_id, department_id, every, unit, first_on, until_on, shift, due_working_days,
                         next_number, next_on, next_at, created_by, created_by_name, created_at, version)
VALUES (:org, :id, :title, :kind, :item, :owner_id, :handler_id, :department_id, :every, :unit, :first_on, :until_on, :shift, :due_working_days,
        :next_number, :next_on, :next_at, :created_by, :created_by_name, :created_at, :version)
