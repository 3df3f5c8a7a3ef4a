SELECT id, channel, name, settings, secrets, events, enabled, failures, open_until, last_error, last_ok_at, created_at, version
FROM channel_account a WHERE a.org_id = :org
