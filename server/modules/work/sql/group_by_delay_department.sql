GROUP BY r.department_id
