AND e.id = :id
