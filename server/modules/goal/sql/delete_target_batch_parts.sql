DELETE FROM target_batch_part WHERE org_id = :org AND sheet_id = :sheet
