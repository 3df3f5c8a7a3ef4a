INSERT INTO goal_review_action (org_id, review_id, position, what, owner_name, due_on, work_item_id, work_item_number)
VALUES (:org, :review, :position, :what, :owner_name, :due_on, :work_item, :number)
