AND r.department_id = :department
