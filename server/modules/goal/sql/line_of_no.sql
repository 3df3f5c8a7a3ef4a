AND l.no = :no
