UPDATE target_total SET plan = :plan, actual = :actual, base = :base, committed = :committed, stretch = :stretch, plan_count = :plan_count,
  actual_count = :actual_count, base_count = :base_count, committed_count = :committed_count, stretch_count = :stretch_count
WHERE org_id = :org AND sheet_id = :sheet AND column_no = :column_no AND measure_id = :measure_id
