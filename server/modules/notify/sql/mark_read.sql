UPDATE notice SET read_at = COALESCE(read_at, :now) WHERE org_id = :org AND recipient_id = :me AND id = :id AND retracted_at IS NULL
