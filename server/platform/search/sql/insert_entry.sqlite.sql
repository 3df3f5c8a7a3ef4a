INSERT INTO search_entry (org_id, subject_type, subject_id, text) VALUES (:org_id, :subject_type, :subject_id, :text)
