AND address = :address
