-- Cadences: what an organization says for its kinds ('*': every kind without one of its own), and for single commitments. A
-- kind without a row keeps its gap, which stands on the commitment and stays the gap after the last step.
CREATE TABLE cadence (
  org_id uuid NOT NULL,
  subject_kind text NOT NULL,
  cadence text NOT NULL, -- JSON
  version bigint NOT NULL,
  PRIMARY KEY (org_id, subject_kind)
);
CREATE TABLE commitment_cadence (
  org_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  cadence text NOT NULL, -- JSON
  PRIMARY KEY (org_id, commitment_id)
);

-- Who is on the other side. Outward touches are counted apart, for the funnel by touch number.
ALTER TABLE commitment ADD COLUMN counterpart text;
ALTER TABLE commitment ADD COLUMN counterpart_name text;
ALTER TABLE commitment ADD COLUMN outward_count bigint NOT NULL DEFAULT 0;
ALTER TABLE commitment ADD COLUMN last_outward_at bigint;
ALTER TABLE commitment ADD COLUMN last_outcome text;
ALTER TABLE follow_up ADD COLUMN counterpart text;
ALTER TABLE follow_up ADD COLUMN outward_number bigint;
ALTER TABLE follow_up ADD COLUMN despite_limit_reason text;

UPDATE follow_up
SET outward_number = (SELECT COUNT(*) FROM follow_up f
                      WHERE f.org_id = follow_up.org_id AND f.commitment_id = follow_up.commitment_id AND f.direction = 'outward'
                        AND f.touch_number <= follow_up.touch_number)
WHERE direction = 'outward';
UPDATE commitment
SET outward_count = (SELECT COUNT(*) FROM follow_up f WHERE f.org_id = commitment.org_id AND f.commitment_id = commitment.id AND f.direction = 'outward'),
    last_outward_at = (SELECT f.at FROM follow_up f WHERE f.org_id = commitment.org_id AND f.commitment_id = commitment.id AND f.direction = 'outward'
                       ORDER BY f.touch_number DESC LIMIT 1),
    last_outcome = (SELECT f.outcome FROM follow_up f WHERE f.org_id = commitment.org_id AND f.commitment_id = commitment.id AND f.direction = 'outward'
                    ORDER BY f.touch_number DESC LIMIT 1)
WHERE EXISTS (SELECT 1 FROM follow_up f WHERE f.org_id = commitment.org_id AND f.commitment_id = commitment.id AND f.direction = 'outward');

-- The promises of one counterpart from the newest, and the touches of a week.
CREATE INDEX follow_up_counterpart ON follow_up (org_id, counterpart, at, id) WHERE counterpart IS NOT NULL;
CREATE INDEX commitment_outward ON commitment (org_id, last_outward_at) WHERE last_outward_at IS NOT NULL;

CREATE TABLE counterpart_profile (
  org_id uuid NOT NULL,
  key text NOT NULL,
  channels text NOT NULL, -- JSON
  quiet text NOT NULL,    -- JSON
  note text NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (org_id, key)
);

-- Asking to give something up before its time.
CREATE TABLE give_up_request (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  asked_by uuid NOT NULL,
  asked_by_name text NOT NULL,
  asked_at bigint NOT NULL,
  reason text NOT NULL,
  touch_count bigint NOT NULL,
  minimum_touches bigint NOT NULL,
  supervisor_id uuid NOT NULL, -- who is asked
  supervisor_name text NOT NULL,
  answered_by uuid,
  answered_by_name text,
  answered_at bigint,
  consented boolean,
  answer text,
  used_at bigint, -- the thing was given up on it: it holds once
  PRIMARY KEY (org_id, id)
);
CREATE INDEX give_up_request_of ON give_up_request (org_id, commitment_id, asked_at);
CREATE UNIQUE INDEX give_up_request_pending ON give_up_request (org_id, commitment_id) WHERE answered_at IS NULL;
CREATE INDEX give_up_request_waiting ON give_up_request (org_id, supervisor_id, asked_at) WHERE answered_at IS NULL;

-- The outcome of finished campaigns, as brought in from elsewhere: one row for each counterpart approached.
CREATE TABLE outreach_record (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  campaign text NOT NULL,
  counterpart text NOT NULL,
  contacts bigint NOT NULL CONSTRAINT outreach_contacts CHECK (contacts >= 1),
  outcome text NOT NULL CONSTRAINT outreach_outcome CHECK (outcome IN ('won', 'abandoned')),
  ended_on text NOT NULL,
  ended_at bigint NOT NULL, -- that day's noon, for periods
  owner_id uuid,
  created_at bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX outreach_once ON outreach_record (org_id, campaign, counterpart, ended_on);
CREATE INDEX outreach_ended ON outreach_record (org_id, ended_at);
CREATE INDEX outreach_owner ON outreach_record (org_id, owner_id, ended_at);

-- The hours a person keeps free each working day for following up.
CREATE TABLE follow_up_block (
  org_id uuid NOT NULL,
  employee_id uuid NOT NULL,
  from_time text NOT NULL,
  to_time text NOT NULL,
  PRIMARY KEY (org_id, employee_id)
);
