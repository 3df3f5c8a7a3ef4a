UPDATE notice SET read_at = :now
WHERE org_id = :org AND recipient_id = :me AND read_at IS NULL AND retracted_at IS NULL AND created_at <= :until
