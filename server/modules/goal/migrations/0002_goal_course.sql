-- A look at a goal, with the numbers as they were. Append-only but for the supervisor's answer.
CREATE TABLE goal_check_in (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  card_id uuid NOT NULL,
  item_id uuid NOT NULL,
  number bigint NOT NULL,
  at bigint NOT NULL,
  by_name text NOT NULL,
  actual bigint,
  finding text NOT NULL,
  confidence text NOT NULL CONSTRAINT goal_check_in_confidence CHECK (confidence IN ('on_track','at_risk','off_track')),
  obstacle text,
  help text,
  catch_up text,
  target bigint,
  expected bigint,
  against_line bigint,
  completion bigint,
  next_at bigint NOT NULL,
  acknowledged_at bigint,
  acknowledged_by_name text,
  answer text,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX goal_check_in_number ON goal_check_in (org_id, item_id, number);
CREATE INDEX goal_check_in_card ON goal_check_in (org_id, card_id, at);

CREATE TABLE goal_revision (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  card_id uuid NOT NULL,
  item_id uuid NOT NULL,
  kind text NOT NULL CONSTRAINT goal_revision_kind
    CHECK (kind IN ('environment_better','environment_worse','strategy_changed','emergency','minimum_unreachable')),
  evidence text NOT NULL,
  old_value bigint NOT NULL,
  new_value bigint NOT NULL,
  state text NOT NULL CONSTRAINT goal_revision_state CHECK (state IN ('waiting','approved','declined')),
  asked_by_name text NOT NULL,
  asked_at bigint NOT NULL,
  supervisor_id uuid,
  supervisor_name text,
  supervisor_at bigint,
  parent_item_id uuid,
  parent_owner_id uuid,
  parent_owner_name text,
  parent_at bigint,
  parent_sum_before bigint,
  parent_sum_after bigint,
  answered_by_name text,
  answered_at bigint,
  answer_reason text,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX goal_revision_card ON goal_revision (org_id, card_id, asked_at);
CREATE UNIQUE INDEX goal_revision_waiting ON goal_revision (org_id, item_id) WHERE state = 'waiting';
CREATE INDEX goal_revision_supervisor ON goal_revision (org_id, supervisor_id, state);
CREATE INDEX goal_revision_parent ON goal_revision (org_id, parent_owner_id, state);

-- `support` is a JSON list of words.
CREATE TABLE goal_action (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  card_id uuid NOT NULL,
  item_id uuid NOT NULL,
  position bigint NOT NULL,
  what text NOT NULL,
  obstacle text,
  customers text,
  from_on text,
  to_on text,
  time_use text,
  support text NOT NULL,
  support_note text,
  preparation text,
  budget_fen bigint,
  benefit text,
  work_item_id uuid,
  work_item_number text,
  outcome text,
  outcome_at bigint,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX goal_action_card ON goal_action (org_id, card_id, item_id, position);
CREATE INDEX goal_action_work ON goal_action (org_id, work_item_id);

-- Nobody but the person and the direct supervisor reads this.
CREATE TABLE goal_motivation (
  org_id uuid NOT NULL,
  item_id uuid NOT NULL,
  card_id uuid NOT NULL,
  confidence bigint NOT NULL,
  desire bigint NOT NULL,
  authority bigint NOT NULL,
  note text,
  at bigint NOT NULL,
  PRIMARY KEY (org_id, item_id)
);
CREATE INDEX goal_motivation_card ON goal_motivation (org_id, card_id);
