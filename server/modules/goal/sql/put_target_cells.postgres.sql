INSERT INTO target_cell (org_id, sheet_id, row_no, column_no, plan, actual, base, committed, stretch, source, locked, batch)
SELECT :org, :sheet, e.r, e.c, e.p, e.a, e.b, e.m, e.s, e.o, e.l, :batch
FROM json_to_recordset(CAST(:cells AS json)) AS e (r bigint, c bigint, p bigint, a bigint, b bigint, m bigint, s bigint, o text, l boolean)
ON CONFLICT (org_id, sheet_id, row_no, column_no) DO UPDATE SET plan = excluded.plan, actual = excluded.actual, base = excluded.base,
  committed = excluded.committed, stretch = excluded.stretch, source = excluded.source, locked = excluded.locked, batch = excluded.batch
