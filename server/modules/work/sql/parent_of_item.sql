SELECT number, state FROM commitment WHERE org_id = :org AND id = :parent
