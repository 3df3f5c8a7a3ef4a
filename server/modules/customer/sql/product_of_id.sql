AND p.id = :id
