SELECT org_id, welcome FROM public_form WHERE token = :token AND enabled
