UPDATE work_item SET started_at = :now WHERE org_id = :org AND id = :id AND started_at IS NULL
