-- Rides handoff_pending.
AND h.work_item_id = :work_item AND h.accepted_at IS NULL AND h.declined_at IS NULL AND h.withdrawn_at IS NULL
