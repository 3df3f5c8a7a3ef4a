AND c.owner_id = :owner
