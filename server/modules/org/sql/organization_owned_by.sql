SELECT id, '' AS number, name FROM organization WHERE id = :org AND default_owner_id = :person
