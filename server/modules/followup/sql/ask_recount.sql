INSERT INTO reminder_recount (org_id, subject_kind, asked_at, begins_at, after_id) VALUES (:org, :subject_kind, :now, :begins_at, NULL)
ON CONFLICT (org_id, subject_kind) DO UPDATE SET asked_at = excluded.asked_at, begins_at = excluded.begins_at, after_id = NULL
