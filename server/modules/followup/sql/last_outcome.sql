SELECT last_outcome FROM commitment WHERE org_id = :org AND id = :commitment AND last_outcome IS NOT NULL
