SELECT body_hash, work_item_id FROM public_request WHERE org_id = :org AND client_id = :client_id
