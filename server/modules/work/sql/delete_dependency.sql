DELETE FROM work_dependency WHERE org_id = :org AND item_id = :item AND after_id = :after
