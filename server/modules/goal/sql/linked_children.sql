AND i.parent_item_id = :parent
