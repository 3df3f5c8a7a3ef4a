AND c.id = :id
