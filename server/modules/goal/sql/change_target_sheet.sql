UPDATE target_sheet SET title = :title, closed_at = :closed_at, changed_at = :now, version = version + 1 WHERE org_id = :org AND id = :sheet
