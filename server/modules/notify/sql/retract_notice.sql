-- What was read stays: people look for it.
UPDATE notice SET retracted_at = :now WHERE org_id = :org AND id = :id AND retracted_at IS NULL AND read_at IS NULL
