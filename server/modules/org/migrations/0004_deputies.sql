-- Who stands in for whom, on which days, both ends included; one at a time for one person.
CREATE TABLE deputy (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  employee_id uuid NOT NULL,
  deputy_id uuid NOT NULL,
  from_date text NOT NULL,
  to_date text NOT NULL,
  created_at bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX deputy_of ON deputy (org_id, employee_id, to_date);
CREATE INDEX deputy_for ON deputy (org_id, deputy_id, to_date);
CREATE INDEX deputy_until ON deputy (org_id, to_date, from_date);
