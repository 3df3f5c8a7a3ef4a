AND s.id = :id
