-- No row comes back when the text is the same: the tokens stay as they are.
INSERT INTO search_entry (org_id, subject_type, subject_id, text)
VALUES (:org_id, :subject_type, :subject_id, :text)
ON CONFLICT (org_id, subject_type, subject_id) DO UPDATE SET text = excluded.text WHERE search_entry.text <> excluded.text
RETURNING entry_no
