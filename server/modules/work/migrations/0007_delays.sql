-- Why an overdue item is late and when it will be done instead. Kept for ever. `whys` is a JSON list; `department_id` is the
-- item's when it was reported, `delay_days` counts working days: what is charted does not change afterwards.
CREATE TABLE delay_report (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  work_item_id uuid NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  at bigint NOT NULL,
  department_id uuid,
  cause text NOT NULL CONSTRAINT delay_report_cause CHECK (cause IN ('people','equipment','material','upstream','external','plan_wrong','forgot')),
  whys text NOT NULL,
  corrective_action text NOT NULL,
  due_before bigint NOT NULL,
  new_due_at bigint NOT NULL,
  delay_days bigint NOT NULL,
  state text NOT NULL CONSTRAINT delay_report_state CHECK (state IN ('waiting','approved','declined','withdrawn')),
  -- whom it waits for; absent where nobody stands above the owner
  approver_id uuid,
  decided_by_name text,
  decided_at bigint,
  decision_note text,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX delay_report_item ON delay_report (org_id, work_item_id, at);
CREATE INDEX delay_report_at ON delay_report (org_id, at, id);
-- One at a time.
CREATE UNIQUE INDEX delay_report_open ON delay_report (org_id, work_item_id) WHERE state = 'waiting';
CREATE INDEX delay_report_approver ON delay_report (org_id, approver_id, at) WHERE state = 'waiting';

-- On time is measured against the date promised first.
CREATE INDEX work_item_original_due ON work_item (org_id, original_due_at) WHERE original_due_at IS NOT NULL;
-- What those who were asked to take over want to know from the giver.
CREATE INDEX handoff_given ON handoff (org_id, from_id, at) WHERE accepted_at IS NULL AND declined_at IS NULL AND withdrawn_at IS NULL;
