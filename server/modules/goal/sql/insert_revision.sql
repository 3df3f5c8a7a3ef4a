INSERT INTO goal_revision (org_id, id, card_id, item_id, kind, evidence, old_value, new_value, state, asked_by_name, asked_at, supervisor_id, supervisor_name, supervisor_at,
  parent_item_id, parent_owner_id, parent_owner_name, parent_at, parent_sum_before, parent_sum_after, answered_by_name, answered_at, answer_reason)
VALUES (:org, :id, :card_id, :item_id, :kind, :evidence, :old_value, :new_value, :state, :asked_by_name, :asked_at, :supervisor_id, :supervisor_name,
  :supervisor_at, :parent_item_id, :parent_owner_id, :parent_owner_name, :parent_at, :parent_sum_before, :parent_sum_after, :answered_by_name,
  :answered_at, :answer_reason)
