SELECT channels, quiet_from, quiet_to, digest_at, paused_until, version FROM notice_choice WHERE org_id = :org AND employee_id = :employee
