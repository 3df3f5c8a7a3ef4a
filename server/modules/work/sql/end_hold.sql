UPDATE work_hold SET resumed_at = :now WHERE org_id = :org AND work_item_id = :work_item AND resumed_at IS NULL
