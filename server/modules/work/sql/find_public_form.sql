SELECT token, enabled, welcome, names_handler, version FROM public_form WHERE org_id = :org
