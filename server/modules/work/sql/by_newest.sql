-- Ids are made in order of time, so the primary key is the order.
ORDER BY c.id DESC
