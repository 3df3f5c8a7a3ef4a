-- Who, due, next follow-up and the version stand on the commitment with the same id: one row to lock, one version.
CREATE TABLE work_item (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  description text,
  state text NOT NULL CONSTRAINT work_item_state CHECK (state IN ('draft','assigned','accepted','in_progress','submitted','returned','on_hold','done','cancelled')),
  requester_employee_id uuid,
  requester_name text,
  requester_phone text,
  requester_email text,
  location text,
  progress bigint NOT NULL CONSTRAINT work_item_progress CHECK (progress BETWEEN 0 AND 100),
  start_at bigint,
  original_due_at bigint,
  completed_at bigint,
  source text NOT NULL,
  tags text NOT NULL,
  parent_id uuid,
  state_reason text,
  state_before_hold text,
  hold_until bigint,
  -- the spelling of imported cells, so that an export gives them back unchanged
  written_start text,
  written_due text,
  created_by uuid NOT NULL,
  created_by_name text NOT NULL,
  created_at bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX work_item_parent ON work_item (org_id, parent_id, id);

CREATE TABLE handoff (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  work_item_id uuid NOT NULL,
  from_id uuid NOT NULL,
  to_id uuid NOT NULL,
  note text NOT NULL,
  at bigint NOT NULL,
  answer_due_at bigint NOT NULL,
  accepted_at bigint,
  declined_at bigint,
  withdrawn_at bigint,
  reason text,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX handoff_item ON handoff (org_id, work_item_id, at);
-- One pending handoff at a time; also finds what waits for me.
CREATE UNIQUE INDEX handoff_pending ON handoff (org_id, work_item_id) WHERE accepted_at IS NULL AND declined_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX handoff_waiting ON handoff (org_id, to_id, at) WHERE accepted_at IS NULL AND declined_at IS NULL AND withdrawn_at IS NULL;

CREATE TABLE comment (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  work_item_id uuid NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  at bigint NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX comment_item ON comment (org_id, work_item_id, at);

CREATE TABLE saved_view (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  employee_id uuid NOT NULL,
  page text NOT NULL,
  name text NOT NULL,
  query text NOT NULL,
  created_at bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX saved_view_name ON saved_view (org_id, employee_id, page, name);
