-- Adds on the row itself, so that two nodes lose none.
INSERT INTO sign_in_failure (org_id, login_hash, failures, last_at, locked_until) VALUES (:org, :login_hash, 1, :now, 0)
ON CONFLICT (org_id, login_hash) DO UPDATE SET failures = sign_in_failure.failures + 1, last_at = excluded.last_at
RETURNING failures
