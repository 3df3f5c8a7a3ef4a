UPDATE push_subscription SET last_ok_at = :now WHERE org_id = :org AND id = :id AND (last_ok_at IS NULL OR last_ok_at < :hour_ago)
