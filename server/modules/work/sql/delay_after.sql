AND (r.at, r.id) < (:after_at, :after_id)
