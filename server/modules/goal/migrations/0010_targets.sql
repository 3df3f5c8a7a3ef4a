CREATE TABLE measure (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  unit text NOT NULL,
  direction text NOT NULL,
  over_time text NOT NULL,
  decimals bigint NOT NULL,
  closed_at bigint,
  created_at bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX measure_code ON measure (org_id, code);

-- A month is year * 12 + month - 1.
CREATE TABLE target_sheet (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  title text NOT NULL,
  preset text NOT NULL,
  month_from bigint NOT NULL,
  month_to bigint NOT NULL,
  employee_id uuid,
  department_id uuid,
  -- What all cells have in common.
  measure_id uuid,
  row_axes text NOT NULL,
  column_axes text NOT NULL,
  parent_id uuid,
  parent_row bigint,
  previous_id uuid,
  given bigint,
  row_count bigint NOT NULL,
  column_count bigint NOT NULL,
  last_batch bigint NOT NULL,
  created_by_name text NOT NULL,
  created_at bigint NOT NULL,
  changed_at bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX target_sheet_listed ON target_sheet (org_id, month_from, id);
CREATE INDEX target_sheet_parent ON target_sheet (org_id, parent_id, parent_row);
CREATE INDEX target_sheet_employee ON target_sheet (org_id, employee_id, month_from);
CREATE INDEX target_sheet_department ON target_sheet (org_id, department_id, month_from);

-- The rows and the columns, numbered from 1.
CREATE TABLE target_line (
  org_id uuid NOT NULL,
  sheet_id uuid NOT NULL,
  side text NOT NULL,
  no bigint NOT NULL,
  employee_id uuid,
  department_id uuid,
  product_id uuid,
  customer_id uuid,
  measure_id uuid,
  month_from bigint,
  month_to bigint,
  given bigint,
  locked boolean NOT NULL,
  PRIMARY KEY (org_id, sheet_id, side, no)
);
CREATE INDEX target_line_employee ON target_line (org_id, employee_id, sheet_id);
CREATE INDEX target_line_department ON target_line (org_id, department_id, sheet_id);

-- Sums down each column per measure, kept with every change: no total ever reads the cells.
CREATE TABLE target_total (
  org_id uuid NOT NULL,
  sheet_id uuid NOT NULL,
  column_no bigint NOT NULL,
  measure_id uuid NOT NULL,
  -- The column of the parent's row whose actual this is part of.
  feeds_column bigint,
  plan bigint NOT NULL,
  actual bigint NOT NULL,
  base bigint NOT NULL,
  committed bigint NOT NULL,
  stretch bigint NOT NULL,
  -- How many cells have a value: the sum of none is nothing, not 0.
  plan_count bigint NOT NULL,
  actual_count bigint NOT NULL,
  base_count bigint NOT NULL,
  committed_count bigint NOT NULL,
  stretch_count bigint NOT NULL,
  PRIMARY KEY (org_id, sheet_id, column_no, measure_id)
);

CREATE TABLE target_batch (
  org_id uuid NOT NULL,
  sheet_id uuid NOT NULL,
  batch bigint NOT NULL,
  kind text NOT NULL,
  by_id uuid,
  by_name text NOT NULL,
  at bigint NOT NULL,
  cells bigint NOT NULL,
  undone_at bigint,
  PRIMARY KEY (org_id, sheet_id, batch)
);

-- What the batch changed, "row,column,field,old,new" a line, in millionths; row or column 0: what was given.
CREATE TABLE target_batch_part (
  org_id uuid NOT NULL,
  sheet_id uuid NOT NULL,
  batch bigint NOT NULL,
  part bigint NOT NULL,
  changes text NOT NULL,
  PRIMARY KEY (org_id, sheet_id, batch, part)
);
