-- `hours` is JSON: seven lists of {"from","to"}, Monday first.
CREATE TABLE working_calendar (
  org_id uuid NOT NULL PRIMARY KEY,
  hours text NOT NULL,
  public_holidays text NOT NULL CONSTRAINT working_calendar_public_holidays CHECK (public_holidays IN ('none', 'mainland_china')),
  version bigint NOT NULL
);

-- The organization's own days over the public ones.
CREATE TABLE special_day (
  org_id uuid NOT NULL,
  date text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL CONSTRAINT special_day_kind CHECK (kind IN ('off', 'working')),
  PRIMARY KEY (org_id, date)
);
