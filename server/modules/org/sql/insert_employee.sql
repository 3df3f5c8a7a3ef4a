INSERT INTO employee (org_id, id, number, name, pinyin, initials, sort_key, department_id, position_id, supervisor_id, phone, email, entry_date, leave_date,
                      created_at, version)
VALUES (:org, :id, :number, :name, :pinyin, :initials, :sort_key, :department_id, :position_id, :supervisor_id, :phone, :email, :entry_date, :leave_date,
        :now, 1)
