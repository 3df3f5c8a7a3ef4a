-- Newest first; rides status_link_item.
SELECT made_at, made_by_name FROM status_link
WHERE org_id = :org AND work_item_id = :work_item AND revoked_at IS NULL
ORDER BY made_at DESC, id DESC
