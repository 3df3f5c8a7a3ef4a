SELECT held_at, resumed_at FROM work_hold WHERE org_id = :org AND work_item_id = :work_item ORDER BY held_at
