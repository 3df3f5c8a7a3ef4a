SELECT column_no, measure_id, feeds_column, plan, actual, base, committed, stretch, plan_count, actual_count, base_count, committed_count, stretch_count
FROM target_total WHERE org_id = :org AND sheet_id = :sheet ORDER BY column_no, measure_id
