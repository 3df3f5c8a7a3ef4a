INSERT INTO target_cell (org_id, sheet_id, row_no, column_no, plan, actual, base, committed, stretch, source, locked, batch)
VALUES (:org, :sheet, :row_no, :column_no, :plan, :actual, :base, :committed, :stretch, :source, :locked, :batch)
ON CONFLICT (org_id, sheet_id, row_no, column_no) DO UPDATE SET plan = excluded.plan, actual = excluded.actual, base = excluded.base,
  committed = excluded.committed, stretch = excluded.stretch, source = excluded.source, locked = excluded.locked, batch = excluded.batch
