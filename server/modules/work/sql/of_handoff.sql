AND h.id = :id
