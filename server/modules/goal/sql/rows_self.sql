AND l.employee_id = :me
