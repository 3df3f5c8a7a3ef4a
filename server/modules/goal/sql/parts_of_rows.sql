-- What the sheets below these rows come to, per cell of theirs and period of their own. Rides target_sheet_parent.
SELECT s.id AS sheet_id, s.title, s.parent_row, t.feeds_column, t.measure_id, COALESCE(l.month_from, s.month_from) AS month_from,
       COALESCE(l.month_to, s.month_to) AS month_to, t.plan, t.plan_count, t.actual, t.actual_count
FROM target_sheet s
JOIN target_total t ON t.org_id = s.org_id AND t.sheet_id = s.id
JOIN target_line l ON l.org_id = s.org_id AND l.sheet_id = s.id AND l.side = 'column' AND l.no = t.column_no
WHERE s.org_id = :org AND s.parent_id = :parent AND s.parent_row >= :first AND s.parent_row <= :last AND t.feeds_column IS NOT NULL
