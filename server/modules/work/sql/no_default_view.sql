-- Rides saved_view_default.
UPDATE saved_view SET is_default = FALSE WHERE org_id = :org AND employee_id = :me AND page = :page AND is_default
