SELECT name FROM organization WHERE id = :org
