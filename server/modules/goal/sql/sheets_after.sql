AND (s.month_from, s.id) < (:after_month, :after_id)
