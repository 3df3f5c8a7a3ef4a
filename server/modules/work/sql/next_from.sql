AND c.next_follow_up_at >= :next_from
