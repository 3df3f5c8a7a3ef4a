INSERT INTO timeline_entry (org_id, subject_type, subject_id, seq, id, at, actor_id, actor_name, event, changes, note, previous_hash, hash)
VALUES (:org_id, :subject_type, :subject_id, :seq, :id, :at, :actor_id, :actor_name, :event, :changes, :note, :previous_hash, :hash)
