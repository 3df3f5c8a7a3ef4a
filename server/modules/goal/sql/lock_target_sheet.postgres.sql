-- Totals are read, moved and written back: two changes of one sheet wait for each other here. Children lock themselves before
-- their parents, never the other way round.
SELECT s.id, s.title, s.preset, s.month_from, s.month_to, s.employee_id, s.department_id, s.measure_id, s.row_axes, s.column_axes, s.parent_id, s.parent_row,
       s.previous_id, s.given, s.row_count, s.removed_rows, s.column_count, s.last_batch, s.created_by_name, s.created_at, s.changed_at, s.closed_at, s.version
FROM target_sheet s WHERE s.org_id = :org AND s.id = :id FOR UPDATE
