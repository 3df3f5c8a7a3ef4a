CREATE TABLE organization (
  id uuid NOT NULL PRIMARY KEY,
  name text NOT NULL,
  time_zone text NOT NULL,
  language text NOT NULL,
  -- It said so: with fewer than five active users one person may hold two administration roles.
  small_organization boolean NOT NULL,
  default_owner_id uuid,
  created_at bigint NOT NULL,
  version bigint NOT NULL
);

CREATE TABLE department (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  parent_id uuid,
  manager_id uuid,
  sort_key text NOT NULL,
  closed_at bigint,
  created_at bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX department_parent ON department (org_id, parent_id, sort_key);
CREATE UNIQUE INDEX department_name ON department (org_id, parent_id, name);

-- Every department with itself and everything above it; what "department and below" means in SQL.
CREATE TABLE department_closure (
  org_id uuid NOT NULL,
  ancestor_id uuid NOT NULL,
  descendant_id uuid NOT NULL,
  depth bigint NOT NULL,
  PRIMARY KEY (org_id, ancestor_id, descendant_id)
);
CREATE INDEX department_closure_up ON department_closure (org_id, descendant_id, ancestor_id);

CREATE TABLE position (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  sort_key text NOT NULL,
  created_at bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX position_name ON position (org_id, name);

CREATE TABLE employee (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  number text NOT NULL,
  name text NOT NULL,
  pinyin text NOT NULL,
  initials text NOT NULL,
  sort_key text NOT NULL,
  department_id uuid,
  position_id uuid,
  supervisor_id uuid,
  phone text,
  email text,
  entry_date text,
  leave_date text,
  created_at bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX employee_number ON employee (org_id, number);
CREATE INDEX employee_name ON employee (org_id, name);
CREATE INDEX employee_sorted ON employee (org_id, sort_key, id);
CREATE INDEX employee_department ON employee (org_id, department_id, sort_key, id);
CREATE INDEX employee_reports ON employee (org_id, supervisor_id, id);
