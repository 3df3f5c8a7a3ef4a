SELECT file_id FROM urging_letter WHERE org_id = :org AND id = :id AND work_item_id = :work_item
