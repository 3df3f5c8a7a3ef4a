-- The sums of one person's month plans up to a month. Rides target_sheet_employee.
SELECT s.id AS sheet_id, s.month_from, s.month_to, t.measure_id, t.plan, t.plan_count, t.actual, t.actual_count
FROM target_sheet s JOIN target_total t ON t.org_id = s.org_id AND t.sheet_id = s.id
WHERE s.org_id = :org AND s.employee_id = :employee AND s.month_from >= :first AND s.month_from <= :last AND s.preset = 'month_plan'
