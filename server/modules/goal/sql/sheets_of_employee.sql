AND s.employee_id = :employee
