SELECT failures, locked_until FROM sign_in_failure WHERE org_id = :org AND login_hash = :login_hash
