AND r.id = :id
