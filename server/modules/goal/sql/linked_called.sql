AND i.id = :id
