-- Only cells somebody filled in or locked. One index: row by row is how sheets are read.
CREATE TABLE target_cell (
  org_id uuid NOT NULL,
  sheet_id uuid NOT NULL,
  row_no bigint NOT NULL,
  column_no bigint NOT NULL,
  plan bigint,
  actual bigint,
  base bigint,
  committed bigint,
  stretch bigint,
  source text,
  locked boolean NOT NULL,
  batch bigint NOT NULL,
  PRIMARY KEY (org_id, sheet_id, row_no, column_no)
) WITHOUT ROWID;
