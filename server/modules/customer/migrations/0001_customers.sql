-- `name_key` is the name without blanks, signs and its legal form; `name_pairs` counts the pairs of neighbouring characters
-- in it: only names of about the same length can be alike.
CREATE TABLE customer (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  number text NOT NULL,
  name text NOT NULL,
  name_key text NOT NULL,
  name_pairs bigint NOT NULL,
  sort_key text NOT NULL,
  tier text NOT NULL CONSTRAINT customer_tier CHECK (tier IN ('strategic', 'key', 'ordinary')),
  state text NOT NULL CONSTRAINT customer_state CHECK (state IN ('prospect', 'active', 'at_risk', 'churned')),
  industry text,
  region text,
  address text,
  account_manager_id uuid NOT NULL,
  department_id uuid,
  parent_id uuid,
  note text,
  created_by_name text NOT NULL,
  created_at bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX customer_number ON customer (org_id, number);
CREATE INDEX customer_sorted ON customer (org_id, sort_key, id);
CREATE INDEX customer_manager ON customer (org_id, account_manager_id, sort_key, id);
CREATE INDEX customer_department ON customer (org_id, department_id, sort_key, id);
CREATE INDEX customer_region ON customer (org_id, region, sort_key, id);
CREATE INDEX customer_parent ON customer (org_id, parent_id, sort_key, id);
CREATE INDEX customer_likeness ON customer (org_id, name_pairs, name_key);
CREATE INDEX customer_name_key ON customer (org_id, name_key);

-- Who answered for the customer when; the present one has no end.
CREATE TABLE account_management (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  employee_id uuid NOT NULL,
  since bigint NOT NULL,
  until bigint,
  given_by_name text NOT NULL,
  note text NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX account_management_customer ON account_management (org_id, customer_id, id);

-- `phone_key` has the digits only.
CREATE TABLE customer_contact (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  name text NOT NULL,
  title text,
  phone text,
  phone_key text,
  email text,
  decision_role text NOT NULL,
  preferred_channel text,
  birthday text,
  note text,
  created_at bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE INDEX customer_contact_customer ON customer_contact (org_id, customer_id, id);
CREATE INDEX customer_contact_phone ON customer_contact (org_id, phone_key) WHERE phone_key IS NOT NULL;

CREATE TABLE product (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  unit text NOT NULL,
  created_at bigint NOT NULL,
  closed_at bigint,
  version bigint NOT NULL,
  PRIMARY KEY (org_id, id)
);
CREATE UNIQUE INDEX product_code ON product (org_id, code);
