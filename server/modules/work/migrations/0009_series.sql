-- Recurring items. The rule and what each item is made of; `next_number` is the occurrence that is made next, at `next_at`.
CREATE TABLE work_series (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  template text NOT NULL, -- JSON: the form of a new item
  owner_id uuid NOT NULL,
  handler_id uuid NOT NULL,
  department_id uuid,
  every bigint NOT NULL,
  unit text NOT NULL CONSTRAINT work_series_unit CHECK (unit IN ('day', 'week', 'month')),
  first_on text NOT NULL,
  until_on text,
  shift text NOT NULL CONSTRAINT work_series_shift CHECK (shift IN ('keep', 'earlier', 'later')),
  due_working_days bigint,
  next_number bigint NOT NULL,
  next_on text,
  next_at bigint,
  stopped_at bigint,
  stopped_by_name text,
  created_by uuid NOT NULL,
  created_by_name text NOT NULL,
  created_at bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
-- The job serves all organizations, oldest first: this one does not begin with org_id.
CREATE INDEX work_series_next ON work_series (next_at) WHERE next_at IS NOT NULL;

-- What was made: one item for one occurrence.
CREATE TABLE work_series_item (
  org_id uuid NOT NULL,
  series_id uuid NOT NULL,
  occurrence bigint NOT NULL,
  work_item_id uuid NOT NULL,
  PRIMARY KEY (org_id, series_id, occurrence)
);
CREATE UNIQUE INDEX work_series_item_of ON work_series_item (org_id, work_item_id);
