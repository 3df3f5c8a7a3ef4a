AND e.number = :number
