DELETE FROM saved_view WHERE org_id = :org AND id = :id AND employee_id = :me
