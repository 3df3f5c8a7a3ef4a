AND a.id = :id
