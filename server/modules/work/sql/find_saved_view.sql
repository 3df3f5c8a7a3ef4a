SELECT id, page, name, query, is_default FROM saved_view WHERE org_id = :org AND id = :id AND employee_id = :me
