UPDATE sign_in_failure SET failures = 0, locked_until = :until WHERE org_id = :org AND login_hash = :login_hash
