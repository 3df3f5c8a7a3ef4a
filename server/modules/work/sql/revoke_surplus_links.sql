-- All but the newest; rides status_link_item.
UPDATE status_link SET revoked_at = :now
WHERE org_id = :org AND work_item_id = :work_item AND revoked_at IS NULL
  AND id NOT IN (SELECT newest.id FROM status_link newest
                 WHERE newest.org_id = :org AND newest.work_item_id = :work_item AND newest.revoked_at IS NULL
                 ORDER BY newest.made_at DESC, newest.id DESC LIMIT :most)
