AND c.handler_id = :handler
