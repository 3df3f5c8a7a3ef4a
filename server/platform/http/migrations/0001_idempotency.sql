-- Answers of writes that carried an Idempotency-Key, kept for a day, written in the transaction of the write.
CREATE TABLE idempotent_answer (
  org_id uuid NOT NULL,
  user_id uuid NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  status bigint NOT NULL,
  headers text NOT NULL,
  body text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (org_id, user_id, key)
);
CREATE INDEX idempotent_answer_age ON idempotent_answer (at);
