AND s.parent_id = :parent
