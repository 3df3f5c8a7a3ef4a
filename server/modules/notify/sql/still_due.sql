AND d.state IN ('waiting', 'sending') AND d.next_at <= :now
