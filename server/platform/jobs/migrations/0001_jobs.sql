-- One row per job of the program, whichever organizations it works for.
CREATE TABLE scheduled_job (
  name text NOT NULL PRIMARY KEY,
  node text NOT NULL,
  fence bigint NOT NULL,
  lease_until bigint NOT NULL,
  next_run_at bigint NOT NULL,
  last_started_at bigint,
  last_finished_at bigint,
  last_error text,
  failures bigint NOT NULL
);

CREATE TABLE task (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  created_by uuid NOT NULL,
  node text NOT NULL,
  state text NOT NULL,
  done bigint NOT NULL,
  total bigint NOT NULL,
  result text NOT NULL,
  failure text NOT NULL,
  created_at bigint NOT NULL,
  finished_at bigint,
  cancel_requested boolean NOT NULL,
  PRIMARY KEY (org_id, id)
);
-- What a dead node left behind, across organizations; holds only what is waiting or running.
CREATE INDEX task_unfinished ON task (node) WHERE finished_at IS NULL;
CREATE INDEX task_finished ON task (finished_at) WHERE finished_at IS NOT NULL;
