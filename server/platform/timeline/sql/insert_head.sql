INSERT INTO timeline_head (org_id, subject_id, subject_type, seq, hash) VALUES (:org_id, :subject_id, :subject_type, :seq, :hash)
