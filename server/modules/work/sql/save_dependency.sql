INSERT INTO work_dependency (org_id, item_id, after_id, lag_minutes) VALUES (:org, :item, :after, :lag_minutes)
ON CONFLICT (org_id, item_id, after_id) DO UPDATE SET lag_minutes = excluded.lag_minutes
