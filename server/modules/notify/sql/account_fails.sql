UPDATE channel_account SET failures = :failures, open_until = :open_until, last_error = :error, enabled = :enabled WHERE org_id = :org AND id = :id
