-- Of every organization: nobody can open them any more.
UPDATE channel_account SET secrets = '{}', enabled = FALSE, last_error = 'notify.secret_lost' WHERE secrets <> '{}'
