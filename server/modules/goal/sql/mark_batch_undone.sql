UPDATE target_batch SET undone_at = :now WHERE org_id = :org AND sheet_id = :sheet AND batch = :batch
