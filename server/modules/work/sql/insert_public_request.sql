INSERT INTO public_request (org_id, client_id, body_hash, work_item_id, at) VALUES (:org, :client_id, :body_hash, :work_item, :now)
