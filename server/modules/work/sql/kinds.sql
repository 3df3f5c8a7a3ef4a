SELECT id, code, name_zh, name_en, required, fields, follow_up_gap_minutes, handoff_limit_minutes, minimum_touches, asks_lessons, public_form, closed_at, version
FROM work_kind WHERE org_id = :org ORDER BY created_at, id
