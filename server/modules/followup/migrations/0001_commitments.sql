-- One row per followable thing; its id is the subject's id.
CREATE TABLE commitment (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  subject_type text NOT NULL,
  subject_kind text NOT NULL,
  number text NOT NULL,
  title text NOT NULL,
  owner_id uuid NOT NULL,
  handler_id uuid NOT NULL,
  handler_since bigint NOT NULL,
  department_id uuid,
  state text NOT NULL CONSTRAINT commitment_state CHECK (state IN ('open', 'closed')),
  stage text NOT NULL,
  importance bigint NOT NULL CONSTRAINT commitment_importance CHECK (importance BETWEEN 1 AND 4),
  due_at bigint,
  next_follow_up_at bigint,
  follow_up_gap_minutes bigint NOT NULL,
  last_touch_at bigint,
  last_follow_up_id uuid,
  touch_count bigint NOT NULL,
  created_at bigint NOT NULL,
  closed_at bigint,
  version bigint NOT NULL,
  PRIMARY KEY (org_id, id),
  -- Invariant 1: nothing open is without a next look.
  CONSTRAINT commitment_open_has_next CHECK (state = 'closed' OR next_follow_up_at IS NOT NULL)
);
CREATE UNIQUE INDEX commitment_number ON commitment (org_id, number);
CREATE INDEX commitment_owner_queue ON commitment (org_id, owner_id, state, next_follow_up_at, id);
CREATE INDEX commitment_handler ON commitment (org_id, handler_id, state, COALESCE(due_at, 9223372036854775807), id);
CREATE INDEX commitment_department ON commitment (org_id, department_id, state, COALESCE(due_at, 9223372036854775807), id);
-- Lists: what has no due time comes last on both engines.
CREATE INDEX commitment_due ON commitment (org_id, state, COALESCE(due_at, 9223372036854775807), id);
CREATE INDEX commitment_any_due ON commitment (org_id, COALESCE(due_at, 9223372036854775807), id);
CREATE INDEX commitment_urgent ON commitment (org_id, state, importance, COALESCE(due_at, 9223372036854775807), id);
CREATE INDEX commitment_title ON commitment (org_id, title);
CREATE INDEX commitment_next ON commitment (org_id, state, next_follow_up_at, id);

-- Append-only.
CREATE TABLE follow_up (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  touch_number bigint NOT NULL,
  at bigint NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  method text NOT NULL,
  direction text NOT NULL,
  finding text NOT NULL,
  cause text,
  solution text,
  asked_employee_id uuid,
  progress bigint CONSTRAINT follow_up_progress CHECK (progress BETWEEN 0 AND 100),
  outcome text,
  next_follow_up_at bigint,
  position text,
  recorded_at bigint NOT NULL,
  -- the spelling of imported cells, so that an export gives them back unchanged
  written_at text,
  written_next text,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX follow_up_touch ON follow_up (org_id, commitment_id, touch_number);

CREATE TABLE commitment_participant (
  org_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  employee_id uuid NOT NULL,
  added_at bigint NOT NULL,
  PRIMARY KEY (org_id, commitment_id, employee_id)
);
CREATE INDEX commitment_participant_of ON commitment_participant (org_id, employee_id, commitment_id);
