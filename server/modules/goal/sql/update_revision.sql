UPDATE goal_revision
SET state = :state, parent_item_id = :parent_item_id, parent_owner_id = :parent_owner_id, parent_owner_name = :parent_owner_name,
    parent_sum_before = :parent_sum_before, parent_sum_after = :parent_sum_after, supervisor_at = :supervisor_at, parent_at = :parent_at, answered_by_name = :answered_by_name, answered_at = :answered_at,
    answer_reason = :answer_reason
WHERE org_id = :org AND id = :id
