AND a.work_item_id = :work_item
