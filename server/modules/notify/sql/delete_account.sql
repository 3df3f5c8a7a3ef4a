DELETE FROM channel_account WHERE org_id = :org AND id = :id AND version = :version
