INSERT INTO target_batch_part (org_id, sheet_id, batch, part, changes) VALUES (:org, :sheet, :batch, :part, :changes)
