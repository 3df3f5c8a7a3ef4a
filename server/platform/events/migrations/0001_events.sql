CREATE TABLE outbox_event (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  payload text NOT NULL,
  at bigint NOT NULL,
  attempts bigint NOT NULL,
  next_attempt_at bigint NOT NULL,
  last_error text,
  done_at bigint,
  PRIMARY KEY (org_id, id)
);
-- The dispatcher serves all organizations, oldest first: these two do not begin with org_id.
CREATE INDEX outbox_event_pending ON outbox_event (next_attempt_at, id) WHERE done_at IS NULL;
CREATE INDEX outbox_event_done ON outbox_event (done_at, id) WHERE done_at IS NOT NULL;

-- A reaction's row is written with its effects: what is here has happened, what is not has not.
CREATE TABLE reaction_done (
  org_id uuid NOT NULL,
  event_id uuid NOT NULL,
  reaction text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (org_id, event_id, reaction)
);
