AND c.state = 'open' AND c.next_follow_up_at < :now
