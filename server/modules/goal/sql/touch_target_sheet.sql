UPDATE target_sheet SET version = version + 1, last_batch = :batch, row_count = :row_count, removed_rows = :removed_rows, given = :given, changed_at = :now
WHERE org_id = :org AND id = :id
