AND (s.owner_id = :me OR s.handler_id = :me OR s.created_by = :me)
