DELETE FROM target_batch WHERE org_id = :org AND sheet_id = :sheet
