CREATE TABLE number_sequence (
  org_id uuid NOT NULL,
  series text NOT NULL,
  year bigint NOT NULL,
  last bigint NOT NULL,
  PRIMARY KEY (org_id, series, year)
);
