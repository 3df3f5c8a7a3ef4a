AND k.id = :id
