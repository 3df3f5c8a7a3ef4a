UPDATE notice_choice
SET channels = :channels, quiet_from = :quiet_from, quiet_to = :quiet_to, digest_at = :digest_at, paused_until = :paused_until, version = version + 1
WHERE org_id = :org AND employee_id = :employee AND version = :version
