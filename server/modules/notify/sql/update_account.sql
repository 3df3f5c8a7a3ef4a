-- Whoever corrects the settings wants them tried at once.
UPDATE channel_account
SET name = :name, settings = :settings, secrets = :secrets, events = :events, enabled = :enabled, failures = 0, open_until = NULL, last_error = '',
    version = version + 1
WHERE org_id = :org AND id = :id AND version = :version
