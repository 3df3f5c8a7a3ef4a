SELECT public_key, private_key FROM push_key WHERE org_id = :org
