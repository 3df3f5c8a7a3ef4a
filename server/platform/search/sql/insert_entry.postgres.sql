-- See put_entry.
INSERT INTO search_entry (org_id, subject_type, subject_id, text, tokens)
VALUES (:org_id, :subject_type, :subject_id, :text, array_to_tsvector(string_to_array(:tokens, ' ')))
