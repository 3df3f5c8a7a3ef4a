AND (created_at, id) < (:before_at, :before_id)
