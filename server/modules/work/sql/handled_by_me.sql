AND c.handler_id = :me
