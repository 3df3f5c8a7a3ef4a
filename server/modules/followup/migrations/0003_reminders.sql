-- Until when a thing rests: meanwhile nobody is told that it is late.
ALTER TABLE commitment ADD COLUMN held_until bigint;

-- One row for each thing an open commitment will be reminded of, holding only the next rung of its ladder. It is written in the
-- transaction of whatever changes that thing, and moved on in the transaction that publishes the reminder.
CREATE TABLE reminder (
  org_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  topic text NOT NULL CONSTRAINT reminder_topic CHECK (topic IN ('follow_up', 'due', 'handoff')),
  source_id uuid NOT NULL,     -- the handoff, or made anew whenever the basis changes: with the rung it names an occurrence
  receiver_id uuid,            -- of the handoff
  basis bigint NOT NULL,       -- the time it is about
  counts_from bigint NOT NULL, -- the basis, or when it became known, if that was later
  rung bigint NOT NULL,
  fires_at bigint,             -- absent: the ladder has been climbed
  PRIMARY KEY (org_id, commitment_id, topic)
);
-- The job serves all organizations, oldest first: this one does not begin with org_id.
CREATE INDEX reminder_fires ON reminder (fires_at) WHERE fires_at IS NOT NULL;

-- What an organization says otherwise than the shipped ladders; `subject_kind` '*' is every kind without a row of its own.
CREATE TABLE escalation_policy (
  org_id uuid NOT NULL,
  subject_kind text NOT NULL,
  topic text NOT NULL CONSTRAINT escalation_policy_topic CHECK (topic IN ('follow_up', 'due', 'handoff')),
  ladder text NOT NULL, -- JSON
  version bigint NOT NULL,
  PRIMARY KEY (org_id, subject_kind, topic)
);

-- Reminders to be computed anew, batch by batch, because a ladder or the calendar changed. It begins once no process remembers
-- the old one; `after_id` is how far it has come.
CREATE TABLE reminder_recount (
  org_id uuid NOT NULL,
  subject_kind text NOT NULL, -- '*': every kind
  asked_at bigint NOT NULL,
  begins_at bigint NOT NULL,
  after_id uuid,
  PRIMARY KEY (org_id, subject_kind)
);
-- What was open before there were reminders gets them.
INSERT INTO reminder_recount (org_id, subject_kind, asked_at, begins_at) SELECT id, '*', 0, 0 FROM organization;
