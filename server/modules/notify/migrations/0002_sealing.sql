-- Which key the secrets here are sealed with; the key itself lies beside the database. One row.
CREATE TABLE sealing_key (
  id bigint NOT NULL PRIMARY KEY CONSTRAINT sealing_key_one CHECK (id = 1),
  fingerprint text NOT NULL
);
