UPDATE task SET cancel_requested = TRUE
WHERE org_id = :org_id AND id = :id AND created_by = :created_by AND finished_at IS NULL
