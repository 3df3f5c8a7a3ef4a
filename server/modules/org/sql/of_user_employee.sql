-- Rides user_employee.
AND u.employee_id = :employee
