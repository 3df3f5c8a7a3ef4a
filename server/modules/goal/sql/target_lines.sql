SELECT l.no, l.employee_id, l.department_id, l.product_id, l.customer_id, l.measure_id, l.month_from, l.month_to, l.given, l.locked, e.name AS employee_name,
       e.number AS employee_number, d.name AS department_name
FROM target_line l
LEFT JOIN employee e ON e.org_id = l.org_id AND e.id = l.employee_id
LEFT JOIN department d ON d.org_id = l.org_id AND d.id = l.department_id
WHERE l.org_id = :org AND l.sheet_id = :sheet AND l.side = :side
