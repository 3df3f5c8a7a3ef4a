AND c.sort_key >= :after_key AND (c.sort_key > :after_key OR c.id > :after_id)
