AND r.code = :code
