-- Rides saved_view_name.
SELECT id, page, name, query, is_default FROM saved_view WHERE org_id = :org AND employee_id = :me AND page = :page ORDER BY name
