-- What the organization decided about goal cards; without a row the shipped values hold. Percentages are decimals; `grades` is JSON.
CREATE TABLE goal_settings (
  org_id uuid NOT NULL PRIMARY KEY,
  smart_blocks boolean NOT NULL,
  tolerance bigint NOT NULL,
  completion_cap bigint NOT NULL,
  factor_least bigint NOT NULL,
  factor_most bigint NOT NULL,
  support_days bigint NOT NULL,
  grades text NOT NULL,
  version bigint NOT NULL
);

-- How somebody is led; the default of their new cards.
CREATE TABLE goal_style (
  org_id uuid NOT NULL,
  employee_id uuid NOT NULL,
  style text NOT NULL CONSTRAINT goal_style_word CHECK (style IN ('directive','guiding','participative','delegating')),
  set_by_name text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (org_id, employee_id)
);

-- `calculation` keeps the evaluation's numbers as they were, as JSON.
CREATE TABLE goal_card (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  number text NOT NULL,
  person_id uuid NOT NULL,
  supervisor_id uuid,
  department_id uuid,
  position text,
  period text NOT NULL CONSTRAINT goal_card_period CHECK (period IN ('year','half','quarter','month','week','day')),
  period_from text NOT NULL,
  period_to text NOT NULL,
  customers text,
  style text NOT NULL CONSTRAINT goal_card_style CHECK (style IN ('directive','guiding','participative','delegating')),
  reason text,
  limits text,
  rhythm text NOT NULL CONSTRAINT goal_card_rhythm CHECK (rhythm IN ('weekly','monthly')),
  state text NOT NULL CONSTRAINT goal_card_state
    CHECK (state IN ('draft','proposed','negotiating','committed','active','self_evaluated','evaluated','closed')),
  person_signed_at bigint,
  person_signed_hash text,
  supervisor_signed_at bigint,
  supervisor_signed_hash text,
  supervisor_signed_name text,
  self_summary text,
  self_evaluated_at bigint,
  supervisor_summary text,
  difficulty bigint,
  difficulty_reason text,
  effort bigint,
  effort_reason text,
  calculation text,
  score bigint,
  grade text,
  evaluated_by_name text,
  evaluated_at bigint,
  talk text,
  closed_at bigint,
  copied_from uuid,
  created_by_name text NOT NULL,
  created_at bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX goal_card_number ON goal_card (org_id, number);
-- One card for a person and a period.
CREATE UNIQUE INDEX goal_card_once ON goal_card (org_id, person_id, period, period_from);
CREATE INDEX goal_card_supervisor ON goal_card (org_id, supervisor_id, state, period_from, id);
CREATE INDEX goal_card_department ON goal_card (org_id, department_id, period_from, id);
CREATE INDEX goal_card_newest ON goal_card (org_id, period_from, id);

-- `milestones` is a JSON list. Without a target value the actual is the percentage that is done.
CREATE TABLE goal_item (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  card_id uuid NOT NULL,
  position bigint NOT NULL,
  what text NOT NULL,
  purpose text,
  quantity text,
  quality text,
  time_standard text,
  cost text,
  how text,
  due_on text,
  milestones text NOT NULL,
  measure text,
  unit text,
  better text NOT NULL CONSTRAINT goal_item_better CHECK (better IN ('higher','lower')),
  accrual text NOT NULL CONSTRAINT goal_item_accrual CHECK (accrual IN ('accumulating','level')),
  base_value bigint,
  commit_value bigint,
  target bigint,
  stretch_value bigint,
  original_target bigint,
  weight bigint NOT NULL,
  parent_item_id uuid,
  risks text,
  actual bigint,
  confidence text CONSTRAINT goal_item_confidence CHECK (confidence IN ('on_track','at_risk','off_track')),
  next_check_in_at bigint,
  self_actual bigint,
  self_note text,
  supervisor_note text,
  created_at bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX goal_item_card ON goal_item (org_id, card_id, position);
CREATE INDEX goal_item_parent ON goal_item (org_id, parent_item_id);
CREATE INDEX goal_item_next ON goal_item (org_id, next_check_in_at);
CREATE INDEX goal_item_measure ON goal_item (org_id, measure, id);

-- A department that has to say whether it will help.
CREATE TABLE goal_support (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  card_id uuid NOT NULL,
  item_id uuid NOT NULL,
  department_id uuid NOT NULL,
  state text NOT NULL CONSTRAINT goal_support_state CHECK (state IN ('asked','confirmed','declined')),
  reason text,
  asked_at bigint NOT NULL,
  answered_by_name text,
  answered_at bigint,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX goal_support_once ON goal_support (org_id, item_id, department_id);
CREATE INDEX goal_support_card ON goal_support (org_id, card_id);
CREATE INDEX goal_support_department ON goal_support (org_id, department_id, state, asked_at);
