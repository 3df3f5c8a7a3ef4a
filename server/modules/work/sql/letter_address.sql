SELECT email FROM employee WHERE org_id = :org AND id = :id AND email IS NOT NULL
