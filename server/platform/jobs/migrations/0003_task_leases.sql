-- The node that has a task renews this; what it left behind when it died is given up by the others afterwards.
ALTER TABLE task ADD COLUMN lease_until bigint NOT NULL DEFAULT 0;
