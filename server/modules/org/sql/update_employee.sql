UPDATE employee
SET number = :number, name = :name, pinyin = :pinyin, initials = :initials, sort_key = :sort_key, department_id = :department_id, position_id = :position_id,
    supervisor_id = :supervisor_id, phone = :phone, email = :email, entry_date = :entry_date, leave_date = :leave_date, version = version + 1
WHERE org_id = :org AND id = :id AND version = :version
