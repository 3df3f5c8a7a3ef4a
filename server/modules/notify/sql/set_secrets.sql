-- Unless somebody changed them meanwhile.
UPDATE channel_account SET secrets = :sealed WHERE org_id = :org AND id = :id AND secrets = :before
