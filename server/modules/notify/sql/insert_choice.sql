INSERT INTO notice_choice (org_id, employee_id, channels, quiet_from, quiet_to, digest_at, paused_until, version)
VALUES (:org, :employee, :channels, :quiet_from, :quiet_to, :digest_at, :paused_until, 2)
ON CONFLICT (org_id, employee_id) DO NOTHING
