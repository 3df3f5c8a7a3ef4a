AND s.id < :after
