INSERT INTO public_form (org_id, token, enabled, welcome, names_handler, version)
VALUES (:org, :token, :enabled, :welcome, :names_handler, 1)
