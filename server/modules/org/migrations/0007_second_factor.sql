-- What an authenticator app and this server share; sealed, with a key that lies beside the database. It counts from its first code on.
CREATE TABLE second_factor (
  org_id uuid NOT NULL,
  user_id uuid NOT NULL,
  secret text NOT NULL,
  made_at bigint NOT NULL,
  confirmed_at bigint,
  last_step bigint NOT NULL,
  PRIMARY KEY (org_id, user_id)
);

-- For who has no phone at hand: each works once and is gone. SHA-256 only, they are random.
CREATE TABLE recovery_code (
  org_id uuid NOT NULL,
  user_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  PRIMARY KEY (org_id, user_id, code_hash)
);

-- Whether administrators must have one, and since when somebody knows that they must.
ALTER TABLE organization ADD COLUMN second_factor_required boolean NOT NULL DEFAULT TRUE;
ALTER TABLE user_account ADD COLUMN second_factor_asked_at bigint;
