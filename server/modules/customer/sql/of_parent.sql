AND c.parent_id = :parent
