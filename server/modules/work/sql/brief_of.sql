SELECT why, how, consequence, standard FROM work_brief WHERE org_id = :org AND work_item_id = :work_item
