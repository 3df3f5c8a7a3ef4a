-- A record of looking at goals together or in writing; append-only. `participants` is a JSON list of names.
CREATE TABLE goal_review (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CONSTRAINT goal_review_kind CHECK (kind IN ('self_check','round_table','special_meeting')),
  held_on text NOT NULL,
  participants text NOT NULL,
  findings text NOT NULL,
  causes text,
  by_name text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
-- The cards it is about.
CREATE TABLE goal_review_card (
  org_id uuid NOT NULL,
  card_id uuid NOT NULL,
  review_id uuid NOT NULL,
  PRIMARY KEY (org_id, card_id, review_id)
);
CREATE INDEX goal_review_cards ON goal_review_card (org_id, review_id);
-- What was agreed on: each is a work item.
CREATE TABLE goal_review_action (
  org_id uuid NOT NULL,
  review_id uuid NOT NULL,
  position bigint NOT NULL,
  what text NOT NULL,
  owner_name text NOT NULL,
  due_on text NOT NULL,
  work_item_id uuid NOT NULL,
  work_item_number text NOT NULL,
  PRIMARY KEY (org_id, review_id, position)
);
