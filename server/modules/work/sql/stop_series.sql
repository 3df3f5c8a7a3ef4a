UPDATE work_series SET next_on = NULL, next_at = NULL, stopped_at = :now, stopped_by_name = :by_name, version = version + 1
WHERE org_id = :org AND id = :id AND stopped_at IS NULL
