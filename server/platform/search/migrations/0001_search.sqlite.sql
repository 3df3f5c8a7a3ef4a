-- `text` is folded; entry_no ties the row to its tokens.
CREATE TABLE search_entry (
  entry_no integer PRIMARY KEY,
  org_id uuid NOT NULL,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  text text NOT NULL
);
CREATE UNIQUE INDEX search_entry_subject ON search_entry (org_id, subject_type, subject_id);

-- The ascii tokenizer splits at spaces and keeps every other character beyond ASCII, whichever Unicode version knows it.
CREATE VIRTUAL TABLE search_tokens USING fts5 (tokens, tokenize = 'ascii', detail = none);
