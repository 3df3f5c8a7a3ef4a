INSERT INTO work_kind (org_id, id, code, name_zh, name_en, required, fields, follow_up_gap_minutes, handoff_limit_minutes, minimum_touches, asks_lessons,
                       public_form, created_at, version)
VALUES (:org, :id, :code, :name_zh, :name_en, :required, :fields, :follow_up_gap_minutes, :handoff_limit_minutes, :minimum_touches, :asks_lessons,
        :public_form, :now, 1)
