AND n.id = :notice
