SELECT s.id, s.title, s.preset, s.month_from, s.month_to, s.employee_id, s.department_id, s.measure_id, s.row_axes, s.column_axes, s.parent_id, s.parent_row,
       s.previous_id, s.given, s.row_count, s.removed_rows, s.column_count, s.last_batch, s.created_by_name, s.created_at, s.changed_at, s.closed_at, s.version,
       e.name AS employee_name, d.name AS department_name, p.title AS parent_title
FROM target_sheet s
LEFT JOIN employee e ON e.org_id = s.org_id AND e.id = s.employee_id
LEFT JOIN department d ON d.org_id = s.org_id AND d.id = s.department_id
LEFT JOIN target_sheet p ON p.org_id = s.org_id AND p.id = s.parent_id
WHERE s.org_id = :org
