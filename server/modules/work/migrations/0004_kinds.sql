-- What sorts of work items there are, and what each asks for. `required` and `fields` are JSON lists.
CREATE TABLE work_kind (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  required text NOT NULL,
  fields text NOT NULL,
  follow_up_gap_minutes bigint NOT NULL,
  handoff_limit_minutes bigint NOT NULL,
  minimum_touches bigint NOT NULL,
  asks_lessons boolean NOT NULL,
  public_form boolean NOT NULL,
  created_at bigint NOT NULL,
  closed_at bigint,
  version bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX work_kind_code ON work_kind (org_id, code);
