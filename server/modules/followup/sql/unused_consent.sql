SELECT touch_count FROM give_up_request WHERE org_id = :org AND commitment_id = :commitment AND consented = TRUE AND used_at IS NULL LIMIT 1
