UPDATE public_form SET token = :token, enabled = :enabled, welcome = :welcome, names_handler = :names_handler, version = version + 1
WHERE org_id = :org AND version = :version
