UPDATE target_sheet SET version = version + 1, last_batch = :batch, row_count = :row_count, given = :given, changed_at = :now
WHERE org_id = :org AND id = :id
