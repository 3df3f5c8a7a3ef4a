UPDATE reminder_recount SET after_id = :after WHERE org_id = :org AND subject_kind = :subject_kind AND asked_at = :asked_at
