UPDATE work_kind
SET name_zh = :name_zh, name_en = :name_en, required = :required, fields = :fields, follow_up_gap_minutes = :follow_up_gap_minutes,
    handoff_limit_minutes = :handoff_limit_minutes, minimum_touches = :minimum_touches, asks_lessons = :asks_lessons, public_form = :public_form,
    closed_at = :closed_at, version = version + 1
WHERE org_id = :org AND id = :id AND version = :version
