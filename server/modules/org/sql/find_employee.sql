SELECT id, number, name, pinyin, initials, department_id, position_id, supervisor_id, phone, email, entry_date, leave_date, version
FROM employee WHERE org_id = :org AND id = :id
