SELECT org_id, subject_kind, asked_at, after_id FROM reminder_recount WHERE begins_at <= :now ORDER BY asked_at, org_id, subject_kind LIMIT 1
