SELECT row_no, column_no, plan, actual, base, committed, stretch, source, locked, batch FROM target_cell
WHERE org_id = :org AND sheet_id = :sheet AND row_no >= :first AND row_no <= :last
ORDER BY row_no, column_no
