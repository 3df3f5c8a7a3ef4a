SELECT by_id FROM target_batch
WHERE org_id = :org AND sheet_id = :sheet AND undone_at IS NULL AND kind IN ('edit', 'split', 'import') ORDER BY batch DESC LIMIT 1
