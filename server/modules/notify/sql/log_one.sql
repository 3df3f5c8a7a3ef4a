AND d.id = :id
