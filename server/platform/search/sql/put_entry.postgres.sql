-- array_to_tsvector takes the tokens as they are; casting text to tsvector would parse quotes and colons in them.
INSERT INTO search_entry (org_id, subject_type, subject_id, text, tokens)
VALUES (:org_id, :subject_type, :subject_id, :text, array_to_tsvector(string_to_array(:tokens, ' ')))
ON CONFLICT (org_id, subject_type, subject_id) DO UPDATE SET text = excluded.text, tokens = excluded.tokens
WHERE search_entry.text <> excluded.text
