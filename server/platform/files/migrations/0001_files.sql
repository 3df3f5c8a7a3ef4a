-- Contents, equal ones once per organization.
CREATE TABLE file_content (
  org_id uuid NOT NULL,
  sha256 text NOT NULL,
  size bigint NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (org_id, sha256)
);

CREATE TABLE file (
  org_id uuid NOT NULL,
  id uuid NOT NULL,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  name text NOT NULL,
  content_type text NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  added_by text NOT NULL,
  added_by_id uuid,
  added_at bigint NOT NULL,
  PRIMARY KEY (org_id, id),
  CONSTRAINT file_has_content FOREIGN KEY (org_id, sha256) REFERENCES file_content (org_id, sha256)
);
CREATE INDEX file_of_subject ON file (org_id, subject_id, id);
CREATE INDEX file_of_content ON file (org_id, sha256);
