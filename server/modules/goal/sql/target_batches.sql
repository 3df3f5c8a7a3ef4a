-- Rides the primary key backwards.
SELECT batch, kind, by_id, by_name, at, cells, undone_at FROM target_batch
WHERE org_id = :org AND sheet_id = :sheet AND batch < :before ORDER BY batch DESC LIMIT :limit
