SELECT d.id, d.name FROM department d WHERE d.org_id = :org AND d.closed_at IS NULL
