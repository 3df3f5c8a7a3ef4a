AND u.id = :id
