UPDATE work_series SET next_number = :next_number, next_on = :next_on, next_at = :next_at, version = version + 1
WHERE org_id = :org AND id = :id AND stopped_at IS NULL
