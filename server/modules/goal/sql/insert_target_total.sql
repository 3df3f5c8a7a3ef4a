INSERT INTO target_total (org_id, sheet_id, column_no, measure_id, feeds_column, plan, actual, base, committed, stretch, plan_count, actual_count, base_count,
                          committed_count, stretch_count)
VALUES (:org, :sheet, :column_no, :measure_id, :feeds_column, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
