AND (c.next_follow_up_at, c.id) > (:after_time, :after_id)
