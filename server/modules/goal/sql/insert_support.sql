INSERT INTO goal_support (org_id, id, card_id, item_id, department_id, state, reason, asked_at, answered_by_name, answered_at)
VALUES (:org, :id, :card_id, :item_id, :department_id, :state, :reason, :asked_at, :answered_by_name, :answered_at)
