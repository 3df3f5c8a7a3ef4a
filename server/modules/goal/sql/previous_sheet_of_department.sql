-- Rides target_sheet_department.
SELECT s.id FROM target_sheet s
WHERE s.org_id = :org AND s.department_id = :department AND s.month_from = :month_from AND s.month_to = :month_to AND s.preset = :preset
ORDER BY s.id DESC LIMIT 1
