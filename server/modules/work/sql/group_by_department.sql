GROUP BY c.department_id
