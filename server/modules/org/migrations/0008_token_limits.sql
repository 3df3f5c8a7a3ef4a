-- What a token gives less than its owner has. `permissions` are names with commas between; NULL is all of them.
ALTER TABLE access_token ADD COLUMN read_only boolean NOT NULL DEFAULT FALSE;
ALTER TABLE access_token ADD COLUMN permissions text;
