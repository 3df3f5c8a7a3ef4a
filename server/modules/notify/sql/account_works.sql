UPDATE channel_account SET failures = 0, open_until = NULL, last_error = '', last_ok_at = :now
WHERE org_id = :org AND id = :id AND (failures > 0 OR open_until IS NOT NULL OR last_ok_at IS NULL OR last_ok_at < :hour_ago)
