AND c.id < :after_id
