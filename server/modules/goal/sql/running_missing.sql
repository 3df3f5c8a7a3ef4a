AND i.next_check_in_at < :now
