INSERT INTO target_batch (org_id, sheet_id, batch, kind, by_id, by_name, at, cells, undone_at)
VALUES (:org, :sheet, :batch, :kind, :by_id, :by_name, :at, :cells, NULL)
