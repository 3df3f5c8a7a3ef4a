INSERT INTO status_link (org_id, id, work_item_id, token_hash, made_at, made_by_name)
VALUES (:org, :id, :work_item, :token_hash, :now, :made_by_name)
