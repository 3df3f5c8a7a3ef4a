AND c.number = :number
