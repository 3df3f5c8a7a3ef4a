-- The answers that stand nowhere else on the item; who, when and what do. `standard` is a JSON list of points.
CREATE TABLE work_brief (
  org_id uuid NOT NULL,
  work_item_id uuid NOT NULL,
  why text,
  how text,
  consequence text,
  standard text NOT NULL,
  PRIMARY KEY (org_id, work_item_id)
);

-- `custom` holds the kind's own fields as a JSON object of texts; `urgency` is absent where it follows from the time left.
ALTER TABLE work_item ADD COLUMN custom text NOT NULL DEFAULT '{}';
ALTER TABLE work_item ADD COLUMN urgency bigint;
ALTER TABLE work_item ADD COLUMN estimate_minutes bigint;
ALTER TABLE work_item ADD COLUMN follow_on_of uuid;
-- Working minutes until it was done, told apart when it is closed: a calendar changed later does not change the past.
ALTER TABLE work_item ADD COLUMN waited_minutes bigint;
ALTER TABLE work_item ADD COLUMN worked_minutes bigint;
CREATE INDEX work_item_follow_on ON work_item (org_id, follow_on_of) WHERE follow_on_of IS NOT NULL;
CREATE INDEX work_item_completed ON work_item (org_id, completed_at) WHERE completed_at IS NOT NULL;

ALTER TABLE handoff ADD COLUMN understanding text;
ALTER TABLE comment ADD COLUMN mentioned text NOT NULL DEFAULT '[]';

-- One result offered for acceptance and what came of it. `judgements` is a JSON list, one for each point of the standard.
CREATE TABLE work_round (
  org_id uuid NOT NULL,
  work_item_id uuid NOT NULL,
  round bigint NOT NULL,
  result text NOT NULL,
  submitted_by_name text NOT NULL,
  submitted_at bigint NOT NULL,
  verdict text CONSTRAINT work_round_verdict CHECK (verdict IN ('accepted','returned')),
  note text,
  judged_by_name text,
  judged_at bigint,
  judgements text NOT NULL,
  PRIMARY KEY (org_id, work_item_id, round)
);

CREATE TABLE handoff_question (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  handoff_id uuid NOT NULL,
  work_item_id uuid NOT NULL,
  asked_by uuid NOT NULL,
  asked_by_name text NOT NULL,
  at bigint NOT NULL,
  question text NOT NULL,
  answer text,
  answered_by_name text,
  answered_at bigint,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX handoff_question_item ON handoff_question (org_id, work_item_id, at);

CREATE TABLE date_proposal (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  work_item_id uuid NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  at bigint NOT NULL,
  due_before bigint,
  due_at bigint NOT NULL,
  reason text NOT NULL,
  answer text CONSTRAINT date_proposal_answer CHECK (answer IN ('accepted','declined','withdrawn')),
  answer_reason text,
  answered_by_name text,
  answered_at bigint,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX date_proposal_item ON date_proposal (org_id, work_item_id, at);
-- One at a time.
CREATE UNIQUE INDEX date_proposal_open ON date_proposal (org_id, work_item_id) WHERE answer IS NULL;

CREATE TABLE lesson (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  work_item_id uuid NOT NULL,
  by_id uuid NOT NULL,
  by_name text NOT NULL,
  at bigint NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX lesson_item ON lesson (org_id, work_item_id, at);

-- When an item stood still, from hold to resumption.
CREATE TABLE work_hold (
  org_id uuid NOT NULL,
  work_item_id uuid NOT NULL,
  held_at bigint NOT NULL,
  resumed_at bigint,
  PRIMARY KEY (org_id, work_item_id, held_at)
);
CREATE INDEX work_item_created ON work_item (org_id, created_at);
