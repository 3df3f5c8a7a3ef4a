-- Of every organization; a handful of rows.
SELECT org_id, id, secrets FROM channel_account WHERE secrets <> '{}' ORDER BY org_id, id
