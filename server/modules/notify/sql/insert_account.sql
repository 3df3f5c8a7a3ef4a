INSERT INTO channel_account (org_id, id, channel, name, settings, secrets, events, enabled, failures, last_error, created_at, version)
VALUES (:org, :id, :channel, :name, :settings, :secrets, :events, :enabled, 0, '', :created_at, 1)
