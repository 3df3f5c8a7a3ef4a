UPDATE status_link SET revoked_at = :now WHERE org_id = :org AND work_item_id = :work_item AND revoked_at IS NULL
