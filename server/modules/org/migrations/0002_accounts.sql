-- A person's way in. `login` is folded; there is no password until the one-time link was used.
CREATE TABLE user_account (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  employee_id uuid NOT NULL,
  login text NOT NULL,
  password_hash text,
  language text NOT NULL,
  theme text NOT NULL,
  disabled_at bigint,
  created_at bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX user_login ON user_account (org_id, login);
CREATE UNIQUE INDEX user_employee ON user_account (org_id, employee_id);

-- Counted by what was typed, known or not: nothing tells the two apart. The key is the SHA-256 of the folded login,
-- because people sometimes type their password there.
CREATE TABLE sign_in_failure (
  org_id uuid NOT NULL,
  login_hash bytea NOT NULL,
  failures bigint NOT NULL,
  last_at bigint NOT NULL,
  locked_until bigint NOT NULL,
  PRIMARY KEY (org_id, login_hash)
);
CREATE INDEX sign_in_failure_age ON sign_in_failure (last_at);

-- Secrets are kept as their SHA-256 only. They are looked up before the organization is known, so the hash alone is the key.
CREATE TABLE user_session (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  created_at bigint NOT NULL,
  last_seen_at bigint NOT NULL,
  address text NOT NULL,
  user_agent text NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX user_session_token ON user_session (token_hash);
CREATE INDEX user_session_of ON user_session (org_id, user_id, id);
CREATE INDEX user_session_age ON user_session (last_seen_at);

CREATE TABLE access_token (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  name text NOT NULL,
  token_hash bytea NOT NULL,
  created_at bigint NOT NULL,
  expires_on text,
  last_used_at bigint,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX access_token_token ON access_token (token_hash);
CREATE INDEX access_token_of ON access_token (org_id, user_id, id);

-- One-time links. `user_id` is empty for the first one of an organization, which makes the account of `employee_id`.
CREATE TABLE setup_link (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  token_hash bytea NOT NULL,
  employee_id uuid NOT NULL,
  user_id uuid,
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  used_at bigint,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX setup_link_token ON setup_link (token_hash);
CREATE INDEX setup_link_user ON setup_link (org_id, user_id);
CREATE INDEX setup_link_age ON setup_link (expires_at);

CREATE TABLE role (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  built_in boolean NOT NULL,
  created_at bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX role_code ON role (org_id, code);

CREATE TABLE role_grant (
  org_id uuid NOT NULL,
  role_id uuid NOT NULL,
  permission text NOT NULL,
  scope text NOT NULL,
  PRIMARY KEY (org_id, role_id, permission)
);

CREATE TABLE user_role (
  org_id uuid NOT NULL,
  user_id uuid NOT NULL,
  role_id uuid NOT NULL,
  PRIMARY KEY (org_id, user_id, role_id)
);
CREATE INDEX user_role_of ON user_role (org_id, role_id, user_id);
