-- The newest one that counts: taken back ones and the taking back are over, locks and new rows change no number.
SELECT batch, kind, by_id, by_name, at, cells, undone_at FROM target_batch
WHERE org_id = :org AND sheet_id = :sheet AND undone_at IS NULL AND kind IN ('edit', 'split', 'import') ORDER BY batch DESC LIMIT 1
