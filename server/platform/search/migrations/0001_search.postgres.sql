-- `text` is folded; `tokens` are ours, no text search configuration is involved.
CREATE TABLE search_entry (
  org_id uuid NOT NULL,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  text text NOT NULL,
  tokens tsvector NOT NULL,
  CONSTRAINT search_entry_subject PRIMARY KEY (org_id, subject_type, subject_id)
);
CREATE INDEX search_entry_tokens ON search_entry USING gin (tokens);
