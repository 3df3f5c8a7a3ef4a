SELECT number FROM commitment WHERE org_id = :org AND id = :id
