DELETE FROM reminder_recount WHERE org_id = :org AND subject_kind = :subject_kind AND asked_at = :asked_at
