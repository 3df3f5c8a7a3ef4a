AND s.department_id = :department
