AND r.cause = :cause
