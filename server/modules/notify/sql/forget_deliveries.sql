DELETE FROM delivery WHERE org_id = :org AND created_at < :before
