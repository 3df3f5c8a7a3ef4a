AND (d.created_at, d.id) < (:before_at, :before_id)
