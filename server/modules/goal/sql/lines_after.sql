AND l.no > :after
