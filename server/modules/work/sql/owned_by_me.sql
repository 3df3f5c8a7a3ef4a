AND c.owner_id = :me
