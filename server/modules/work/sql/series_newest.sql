-- Ids are made in order of time. The primary key has the order.
ORDER BY s.id DESC
LIMIT 101
