INSERT INTO target_sheet (org_id, id, title, preset, month_from, month_to, employee_id, department_id, measure_id, row_axes, column_axes, parent_id, parent_row,
                          previous_id, given, row_count, column_count, last_batch, created_by_name, created_at, changed_at, version)
VALUES (:org, :id, :title, :preset, :month_from, :month_to, :employee_id, :department_id, :measure_id, :row_axes, :column_axes, :parent_id, :parent_row,
        :previous_id, :given, :row_count, :column_count, 0, :created_by_name, :created_at, :changed_at, 1)
