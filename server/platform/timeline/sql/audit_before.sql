AND (at, id) < (:before_at, :before_id)
