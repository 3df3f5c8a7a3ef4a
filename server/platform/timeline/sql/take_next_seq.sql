-- Locks the subject's head and moves it on in one step, so that even two first entries of one subject queue up here.
-- The hash returned is still the previous entry's; set_head_hash follows in the same transaction.
INSERT INTO timeline_head (org_id, subject_id, subject_type, seq, hash)
VALUES (:org_id, :subject_id, :subject_type, 1, :first_hash)
ON CONFLICT (org_id, subject_id) DO UPDATE SET seq = timeline_head.seq + 1
RETURNING seq, hash
