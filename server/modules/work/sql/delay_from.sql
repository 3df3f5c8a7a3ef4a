AND r.at >= :from
