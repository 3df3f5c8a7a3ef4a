-- By which push services know us; made when the first browser asks. `private_key` is sealed.
CREATE TABLE push_key (
  org_id uuid NOT NULL PRIMARY KEY,
  public_key text NOT NULL,
  private_key text NOT NULL,
  created_at bigint NOT NULL
);

-- A browser that wants to be told. `address` names it in deliveries: the device, and what tells two of the same kind apart.
CREATE TABLE push_subscription (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  employee_id uuid NOT NULL,
  endpoint text NOT NULL,
  endpoint_hash text NOT NULL,
  receiver_key text NOT NULL,
  receiver_secret text NOT NULL,
  device text NOT NULL,
  address text NOT NULL,
  created_at bigint NOT NULL,
  last_ok_at bigint,
  PRIMARY KEY (org_id, id)
);
-- A browser belongs to who switched it on last.
CREATE UNIQUE INDEX push_subscription_endpoint ON push_subscription (org_id, endpoint_hash);
CREATE UNIQUE INDEX push_subscription_of ON push_subscription (org_id, employee_id, address);

-- A person may have several browsers.
DROP INDEX delivery_once;
CREATE UNIQUE INDEX delivery_once ON delivery (org_id, notice_id, channel, address);
