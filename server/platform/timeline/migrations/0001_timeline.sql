-- The history of every subject. Rows are only ever added; timeline::verify notices every other change.
CREATE TABLE timeline_entry (
  org_id uuid NOT NULL,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  seq bigint NOT NULL,
  id uuid NOT NULL,
  at bigint NOT NULL,
  actor_id uuid,
  actor_name text NOT NULL,
  event text NOT NULL,
  changes text NOT NULL,
  note text NOT NULL,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (org_id, subject_id, seq)
);
CREATE UNIQUE INDEX timeline_entry_id ON timeline_entry (org_id, id);

-- Where each subject's chain ends.
CREATE TABLE timeline_head (
  org_id uuid NOT NULL,
  subject_id uuid NOT NULL,
  subject_type text NOT NULL,
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (org_id, subject_id)
);
