-- What one person is told once; also what one group robot posts once, the recipient being the channel account.
CREATE TABLE notice (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  recipient_id uuid NOT NULL,
  occurrence text NOT NULL,
  event text NOT NULL,
  kind text NOT NULL,
  subject_type text NOT NULL,
  subject_id uuid,
  number text NOT NULL,
  title text NOT NULL,
  -- JSON: what the template's placeholders stand for
  content text NOT NULL,
  -- why it came: a word, and for deputies the name of whom they stand in for
  reason text NOT NULL,
  reason_for text NOT NULL,
  -- of a reminder: what it is about and the time it was due by; it is moot when the matter no longer has this time
  basis_topic text,
  basis_at bigint,
  created_at bigint NOT NULL,
  read_at bigint,
  retracted_at bigint,
  PRIMARY KEY (org_id, id)
);
-- Exactly once, whatever runs twice.
CREATE UNIQUE INDEX notice_occurrence ON notice (org_id, recipient_id, occurrence);
CREATE INDEX notice_of ON notice (org_id, recipient_id, created_at, id);
CREATE INDEX notice_unread ON notice (org_id, recipient_id, created_at, id) WHERE read_at IS NULL AND retracted_at IS NULL;
CREATE INDEX notice_basis ON notice (org_id, subject_id) WHERE basis_topic IS NOT NULL AND retracted_at IS NULL;
CREATE INDEX notice_age ON notice (org_id, created_at);

-- One message to one address. `next_at` is when a worker looks at it again: when it may go while it waits, when the
-- lease ends while it is being sent.
CREATE TABLE delivery (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  notice_id uuid NOT NULL,
  recipient_id uuid NOT NULL,
  channel text NOT NULL,
  account_id uuid,
  address text NOT NULL,
  state text NOT NULL CONSTRAINT delivery_state CHECK (state IN ('waiting', 'sending', 'delivered', 'refused', 'dead', 'dropped', 'merged')),
  due_at bigint NOT NULL,
  next_at bigint NOT NULL,
  attempts bigint NOT NULL,
  node text NOT NULL,
  fence bigint NOT NULL,
  answer text NOT NULL,
  message_id text NOT NULL,
  merged_into uuid,
  created_at bigint NOT NULL,
  sent_at bigint,
  done_at bigint,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX delivery_once ON delivery (org_id, notice_id, channel);
CREATE INDEX delivery_awake ON delivery (org_id, next_at, id) WHERE state IN ('waiting', 'sending');
CREATE INDEX delivery_waiting_for ON delivery (org_id, recipient_id, channel) WHERE state IN ('waiting', 'sending');
CREATE INDEX delivery_pace ON delivery (org_id, recipient_id, channel, sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX delivery_merged ON delivery (org_id, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX delivery_log ON delivery (org_id, created_at, id);
CREATE INDEX delivery_of_state ON delivery (org_id, state, created_at, id);
CREATE INDEX delivery_of_recipient ON delivery (org_id, recipient_id, created_at, id);

-- A person's own choices; whoever has none has the defaults of rules.cpp.
CREATE TABLE notice_choice (
  org_id uuid NOT NULL,
  employee_id uuid NOT NULL,
  -- JSON: [{"kind","channel","on"}], what differs from the defaults
  channels text NOT NULL,
  quiet_from text,
  quiet_to text,
  digest_at text NOT NULL,
  paused_until bigint,
  version bigint NOT NULL,
  PRIMARY KEY (org_id, employee_id)
);

-- The day of a person's last morning digest, sent or found needless.
CREATE TABLE digest_mark (
  org_id uuid NOT NULL,
  employee_id uuid NOT NULL,
  date text NOT NULL,
  PRIMARY KEY (org_id, employee_id)
);

-- The organization's own wording; the shipped one stands in the texts.
CREATE TABLE notice_template (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  event text NOT NULL,
  channel text NOT NULL,
  language text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  changed_at bigint NOT NULL,
  changed_by text NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (org_id, event, channel, language)
);

-- Where messages leave: the mail account, the SMS gateway, group robots, webhooks. `secrets` is never read but for sending.
CREATE TABLE channel_account (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  channel text NOT NULL,
  name text NOT NULL,
  settings text NOT NULL,
  secrets text NOT NULL,
  -- JSON: names of the events that go to this group or webhook
  events text NOT NULL,
  enabled boolean NOT NULL,
  -- the breaker: failures in a row, and until when nothing is tried
  failures bigint NOT NULL,
  open_until bigint,
  last_error text NOT NULL,
  last_ok_at bigint,
  created_at bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX channel_account_name ON channel_account (org_id, name);

-- A person's private calendar address; only the token's SHA-256 is kept.
CREATE TABLE calendar_feed (
  org_id uuid NOT NULL,
  employee_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  created_at bigint NOT NULL,
  PRIMARY KEY (org_id, employee_id)
);
CREATE UNIQUE INDEX calendar_feed_token ON calendar_feed (token_hash);
