-- Rides handoff_question_item.
AND work_item_id = :work_item ORDER BY at, id
