AND r.owner_id = :me
