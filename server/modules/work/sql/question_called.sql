AND id = :id
