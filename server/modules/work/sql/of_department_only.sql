AND c.department_id = :department
